"""Rules that provisions about pension savings share word for word; each takes the article that states it."""

from socialcode.engine import (
    Rule,
    _,
    as_of,
    by_table,
    choose,
    full_years,
    greatest,
    least,
    one_of,
    ratio,
    rule,
    start_of_year,
)


def has_savings(article: str) -> Rule:
    @rule(
        article,
        _("You have savings in the pension fund"),
        otherwise=_("Savings begin with the first pension contribution. See on enpf.kz whether you have an account."),
        name="has_savings",
    )
    def condition(has_pension_savings):
        return has_pension_savings

    return condition


def professional_part(article: str) -> Rule:
    @rule(article, _("Savings from professional contributions, if there are any"), name="professional_part")
    def part(has_professional_savings, professional_savings):
        return choose(has_professional_savings, professional_savings, 0)

    return part


def savings(article: str) -> Rule:
    """Needs the provision's rule `professional_part`."""

    @rule(article, _("Savings from mandatory and professional contributions together"), name="savings")
    def together(mandatory_savings, professional_part):
        return mandatory_savings + professional_part

    return together


def managed_elsewhere(article: str) -> Rule:
    @rule(article, _("Savings that private companies manage"), name="managed_elsewhere")
    def part(has_private_manager, savings_with_managers):
        return choose(has_private_manager, savings_with_managers, 0)

    return part


def is_of_age(article: str) -> Rule:
    """Needs the provision's rule `retires_on`."""

    @rule(article, _("You have reached the retirement age"), name="is_of_age")
    def reached(on, retires_on):
        return on >= retires_on

    return reached


def has_left_for_good(article: str) -> Rule:
    @rule(article, _("You are not a citizen and have left Kazakhstan for good"), name="has_left_for_good")
    def left(lives_in_kazakhstan, legal_status):
        return ~lives_in_kazakhstan & one_of(legal_status, "treaty_foreigner", "foreigner", "stateless")

    return left


def is_not_paid_yet(article: str) -> Rule:
    """Needs the provision's rule `has_left_for_good`: whoever has left gets all at once, whatever was paid before."""

    @rule(
        article,
        _("The fund did not pay you every month before, or you have left for good"),
        otherwise=_("Who already receives monthly payments goes on receiving them."),
        name="is_not_paid_yet",
    )
    def condition(fund_paid_before, has_left_for_good):
        return ~fund_paid_before | has_left_for_good

    return condition


def small_sum(article: str) -> Rule:
    """Needs the values `small_sum_pensions` and the minimum pension's history."""

    @rule(article, _("Largest sum that is paid out at once"), name="small_sum")
    def limit(on, minimum_pension_history, small_sum_pensions):
        return as_of(start_of_year(on), minimum_pension_history) * small_sum_pensions

    return limit


def at_once(article: str) -> tuple[Rule, Rule]:
    """Whether an account is paid out together: that of mandatory and that of professional contributions by itself.

    Needs the provision's rules `professional_part`, `small_sum` and `has_left_for_good`.
    """

    @rule(article, _("Your savings from mandatory contributions are paid out at once"), name="mandatory_at_once")
    def mandatory(mandatory_savings, small_sum, has_left_for_good):
        return (mandatory_savings >= 1) & ((mandatory_savings <= small_sum) | has_left_for_good)

    @rule(article, _("Your savings from professional contributions are paid out at once"), name="professional_at_once")
    def professional(professional_part, small_sum, has_left_for_good):
        return (professional_part >= 1) & ((professional_part <= small_sum) | has_left_for_good)

    return mandatory, professional


def monthly(article: str) -> tuple[Rule, Rule]:
    """What of each account is paid monthly. Needs the rules of `at_once` and `has_common_ground`."""

    @rule(article, _("Savings from mandatory contributions that are paid monthly"), name="mandatory_monthly")
    def mandatory(mandatory_savings, mandatory_at_once, has_common_ground):
        return choose(mandatory_at_once & has_common_ground, 0, mandatory_savings)

    @rule(article, _("Savings from professional contributions that are paid monthly"), name="professional_monthly")
    def professional(professional_part, professional_at_once, has_common_ground):
        return choose(professional_at_once & has_common_ground, 0, professional_part)

    return mandatory, professional


def first_year(article: str) -> tuple[Rule, Rule]:
    """What is paid of each account in the first year. Needs the rules of `monthly`, `coefficient` and `floor`."""

    @rule(
        article,
        _("First year, mandatory contributions: a twelfth of the yearly rate, at least the least, at most all"),
        name="first_year_mandatory",
    )
    def mandatory(mandatory_monthly, yearly_rate, coefficient, floor):
        return least(greatest(ratio(mandatory_monthly * yearly_rate * coefficient, 12), floor), mandatory_monthly)

    @rule(
        article, _("First year, professional contributions: the same of these savings"), name="first_year_professional"
    )
    def professional(professional_monthly, yearly_rate, coefficient, floor):
        return least(greatest(ratio(professional_monthly * yearly_rate * coefficient, 12), floor), professional_monthly)

    return mandatory, professional


def did_harmful_work_long(article: str) -> Rule:
    """Needs the value `harmful_months`."""

    @rule(article, _("Professional contributions were paid for you long enough"), name="did_harmful_work_long")
    def long_enough(has_professional_savings, professional_months, harmful_months):
        return has_professional_savings & (professional_months >= harmful_months)

    return long_enough


def threshold(article: str) -> Rule:
    """Needs the values `threshold_by_age` and `youngest_age`."""

    @rule(article, _("Threshold of sufficiency for your age"), name="threshold")
    def least_sum(on, birth_date, youngest_age, threshold_by_age):
        return by_table(greatest(full_years(birth_date, on), youngest_age), threshold_by_age)

    return least_sum


def right_has_come(article: str) -> Rule:
    """Needs the provision's rules `is_of_age`, `is_permanently_disabled` and `has_left_for_good`."""

    @rule(
        article,
        _("The time for payments has come"),
        otherwise=_(
            "It comes at the retirement age, with disability group I or II without a term, or when somebody who is no "
            "citizen leaves Kazakhstan for good."
        ),
        name="right_has_come",
    )
    def condition(is_of_age, is_permanently_disabled, has_left_for_good):
        return is_of_age | is_permanently_disabled | has_left_for_good

    return condition
