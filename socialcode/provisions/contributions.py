"""Who owes contributions and on what (chapters 18, 19, articles 101-1, 102-1); each rule takes its article."""

from socialcode.engine import (
    Rule,
    _,
    choose,
    days_after,
    least,
    months_after,
    nearest_tenge,
    one_of,
    rule,
    start_of_month,
)

ROUNDED = _("Contributions are shown in whole tenge, rounded to the nearest.")
NO_OFFICE = _(
    "No office decides on a contribution. The days to decide are those for a request to check or correct one."
)
A_TENGE = _("It comes to a whole tenge at least")
NOTHING_TO_PAY = _("There is nothing to pay for a month without income, or with so little that it comes to no tenge.")
OF_ARTICLE_207 = _(
    "Article 243 frees those who have reached the age of article 207. It is read as the general age; whether the "
    "earlier one of mothers of five frees as well is not known."
)
REGIME = (
    ROUNDED,
    OF_ARTICLE_207,
    _("The regime is open to citizens and kandas only. That is not asked here."),
    _("Income above the limit of the regime can end the regime under the Tax Code; this is not checked here."),
    _("Reports say that students pay nothing either. The Code does not say so, so they are counted like others."),
    _("Another law sets the health contribution and frees some people from it; it is shown for everybody."),
    NO_OFFICE,
)


def is_below_pension_age(article: str) -> Rule:
    """Needs the rule `retires_on`."""

    @rule(
        article,
        _("You have not reached the retirement age"),
        otherwise=_("From the retirement age on it is no longer due. You need to do nothing."),
        name="is_below_pension_age",
    )
    def condition(on, retires_on):
        return on < retires_on

    return condition


def ends_on(article: str) -> Rule:
    """Needs the rule `retires_on`."""

    @rule(article, _("Last day it is due: the day before the retirement age"), name="ends_on")
    def last_day(retires_on):
        return days_after(retires_on, -1)

    return last_day


def pay_by(article: str) -> Rule:
    @rule(article, _("The contribution for this month is due by"), name="pay_by")
    def day(on, contributions_due_day):
        return days_after(months_after(start_of_month(on), 1), contributions_due_day - 1)

    return day


def is_not_freed(article: str) -> Rule:
    """Needs the rule `is_permanently_disabled`."""

    @rule(
        article,
        _("No disability of group I or II without a term frees you, or you asked to pay all the same"),
        otherwise=_("It is not due. You may still pay it: ask for it in writing."),
        name="is_not_freed",
    )
    def condition(is_permanently_disabled, asks_to_contribute):
        return ~is_permanently_disabled | asks_to_contribute

    return condition


def has_no_service_pension(article: str) -> Rule:
    @rule(
        article,
        _("You receive no long-service pension"),
        otherwise=_("It is not due for those who receive a long-service pension. You need to do nothing."),
        name="has_no_service_pension",
    )
    def condition(special_pension):
        return special_pension != "long_service"

    return condition


def owes_pension_contribution(article: str) -> Rule:
    """Needs the rules `is_below_pension_age`, `is_not_freed` and `has_no_service_pension`."""

    @rule(article, _("You owe the mandatory pension contribution"), name="owes_pension_contribution")
    def step(is_below_pension_age, is_not_freed, has_no_service_pension):
        return is_below_pension_age & is_not_freed & has_no_service_pension

    return step


def is_counted_for_employer(article: str) -> Rule:
    """Needs the rules `is_below_pension_age` and `is_permanently_disabled`."""

    @rule(article, _("The employer's pension contribution is due for you"), name="is_counted_for_employer")
    def step(birth_date, employer_pays_for_born_from, is_below_pension_age, is_permanently_disabled, special_pension):
        no_allowance = one_of(special_pension, "none", "early_age")
        return (
            (birth_date >= employer_pays_for_born_from) & is_below_pension_age & ~is_permanently_disabled & no_allowance
        )

    return step


def pension_base(article: str) -> Rule:
    @rule(article, _("Income on which pension contributions are due"), name="pension_base")
    def base(monthly_earnings, pension_income_cap, minimum_wage):
        return least(monthly_earnings, pension_income_cap * minimum_wage)

    return base


def uses_regime(article: str) -> Rule:
    @rule(
        article,
        _("You use the special tax regime for the self-employed"),
        otherwise=_(
            "Choose the regime in the tax office's app, if your work is on its list. Without it, other rates hold."
        ),
        name="uses_regime",
    )
    def condition(uses_self_employed_regime):
        return uses_self_employed_regime

    return condition


def is_platform_worker(article: str) -> Rule:
    @rule(
        article,
        _("You take orders through an app or an internet platform"),
        otherwise=_("The platform takes these payments off only from those who work through it."),
        name="is_platform_worker",
    )
    def condition(works_on_platform):
        return works_on_platform

    return condition


def regime_income(article: str) -> Rule:
    """Needs the rule `income`."""

    @rule(article, _("Income that counts, up to the limit of the regime"), name="regime_income")
    def counted(income, regime_income_limit, mci):
        return least(income, regime_income_limit * mci)

    return counted


def due(article: str) -> tuple[Rule, Rule]:
    """The rule `amount` after its condition `is_a_tenge`; they need the rule `contribution`, in whole tenge."""

    @rule(article, A_TENGE, otherwise=NOTHING_TO_PAY)
    def is_a_tenge(contribution):
        return contribution > 0

    return is_a_tenge, amount_due(article)


def amount_due(article: str) -> Rule:
    """The rule `amount`; needs the rule `contribution`, in whole tenge."""

    @rule(article, _("Due for the month"), name="amount")
    def due_sum(eligible, contribution):
        return choose(eligible, contribution, 0)

    return due_sum


def regime_pension(article: str) -> Rule:
    @rule(article, _("Pension contribution"), name="regime_pension")
    def part(owes_pension_contribution, regime_income, regime_pension_rate):
        return choose(owes_pension_contribution, nearest_tenge(regime_income * regime_pension_rate), 0)

    return part


def regime_employer(article: str) -> Rule:
    @rule(
        article, _("Employer's pension contribution, which the regime puts on your own income"), name="regime_employer"
    )
    def part(is_counted_for_employer, regime_income, regime_employer_rate):
        return choose(is_counted_for_employer, nearest_tenge(regime_income * regime_employer_rate), 0)

    return part


def regime_social(article: str) -> Rule:
    @rule(article, _("Social contribution"), name="regime_social")
    def part(regime_income, social_income_cap, minimum_wage, regime_social_rate):
        return nearest_tenge(least(regime_income, social_income_cap * minimum_wage) * regime_social_rate)

    return part


def regime_health(article: str) -> Rule:
    @rule(article, _("Health insurance contribution"), name="regime_health")
    def part(regime_income, regime_health_rate):
        return nearest_tenge(regime_income * regime_health_rate)

    return part


def regime_contribution(article: str) -> Rule:
    """The rule `contribution`: needs the four parts."""

    @rule(article, _("All four together, for the month"), name="contribution")
    def together(regime_pension, regime_employer, regime_social, regime_health):
        return regime_pension + regime_employer + regime_social + regime_health

    return together
