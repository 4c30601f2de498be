"""Rules that several benefits share word for word; each takes the article that states it for the benefit."""

from socialcode.engine import Rule, _, choose, days_after, end_of_month, least, months_after, one_of, rule, years_after
from socialcode.provisions import conditions

SOMEBODY_COUNTED_BEFORE = _(
    "Members are counted as of the day you ask, or of the last day on which somebody counted. One "
    "change before that is counted, the newest: if there were more of them, more may be due, so ask the office."
)
lives_here = conditions.lives_here
in_time = conditions.in_time


def status_counts(article: str) -> Rule:
    @rule(
        article,
        _("You are a citizen, a kandas, or a foreigner covered by a treaty"),
        otherwise=_("You can apply after you get citizenship or kandas status."),
        name="status_counts",
    )
    def condition(legal_status):
        return one_of(legal_status, "citizen", "kandas", "treaty_foreigner")

    return condition


def not_in_state_care(article: str) -> Rule:
    @rule(
        article,
        _("The child does not live at full state expense"),
        otherwise=_("You can apply when the child comes back to live with the family."),
        name="not_in_state_care",
    )
    def condition(child_in_state_care):
        return ~child_in_state_care

    return condition


def nobody_else_is_paid(article: str) -> Rule:
    @rule(
        article,
        _("Nobody else receives childcare money for this child"),
        otherwise=_("One person receives it. The other carer would first have to give it up."),
        name="nobody_else_is_paid",
    )
    def condition(relative_is_paid, other_carer_is_paid):
        return ~(relative_is_paid & other_carer_is_paid)

    return condition


def has_one_disability_benefit(article: str) -> Rule:
    """The rule `nobody_else_is_paid` of a child with disability, whatever the benefit is called."""

    @rule(
        article,
        _("Nobody else receives the disability benefit of the child"),
        otherwise=_("The child has one benefit, which one parent or guardian receives."),
        name="nobody_else_is_paid",
    )
    def condition(relative_is_paid, disability_benefit_is_paid):
        return ~(relative_is_paid & disability_benefit_is_paid)

    return condition


def is_lost(article: str) -> Rule:
    @rule(article, _("The child has died; the months before are paid"), name="is_lost")
    def fact(asks_for_lost_child, child_has_died):
        return asks_for_lost_child & child_has_died

    return fact


def cares(article: str) -> Rule:
    """Needs the rule `is_lost`."""

    @rule(
        article,
        _("You look after the child yourself, or did until the child died"),
        otherwise=_("The person who looks after the child can apply."),
        name="cares",
    )
    def condition(cares_for_child, is_lost):
        return cares_for_child | is_lost

    return condition


LAST_DAY_PAID = _("Last day paid: the child reaches the age limit; after a death the last day of that month")


def reaches_age_limit_on(article: str, sentence: str = LAST_DAY_PAID, name: str = "ends_on") -> Rule:
    """Needs the rule `is_lost` and the benefit's own value `age_limit` in months."""

    @rule(article, sentence, name=name)
    def last_day(child_birth_date, age_limit, is_lost, child_death_date):
        limit = months_after(child_birth_date, age_limit)
        return choose(is_lost, least(limit, end_of_month(child_death_date)), limit)

    return last_day


def child_is_young(article: str) -> Rule:
    """Needs the rules `is_lost` and `ends_on`."""

    @rule(
        article,
        _("The child has not passed the age limit, or has died"),
        otherwise=_("It is paid until the child reaches the age limit."),
        name="child_is_young",
    )
    def condition(on, ends_on, is_lost):
        return is_lost | (on <= ends_on)

    return condition


def has_disability(article: str) -> Rule:
    @rule(
        article,
        _("The child has a recognised disability"),
        otherwise=_(
            "Ask your clinic about a medical and social examination. You can apply once it recognises a disability."
        ),
        name="has_disability",
    )
    def condition(child_has_disability):
        return child_has_disability

    return condition


def is_disabled(article: str) -> Rule:
    @rule(
        article,
        _("You have a recognised disability"),
        otherwise=_(
            "Ask your clinic about a medical and social examination. You can apply once it recognises a disability."
        ),
        name="is_disabled",
    )
    def condition(person_has_disability):
        return person_has_disability

    return condition


def recognised_until_last_day(article: str) -> Rule:
    """The rule `ends_on` of benefits for one's own disability."""

    @rule(article, _("Last day of the right; without a term there is none"), name="ends_on")
    def last_day(disability_is_permanent, recognised_until):
        return choose(disability_is_permanent, None, recognised_until)

    return last_day


def is_of_age_on(article: str) -> Rule:
    """The rule `turns_adult_on` of the person; needs the benefit's own value `adult_age`."""

    @rule(article, _("The day you turn 18"), name="turns_adult_on")
    def day(birth_date, adult_age):
        return years_after(birth_date, adult_age)

    return day


def turns_adult_on(article: str) -> Rule:
    """Needs the benefit's own value `age_limit` in years."""

    @rule(article, _("The day the child turns 18"), name="turns_adult_on")
    def day(child_birth_date, age_limit):
        return years_after(child_birth_date, age_limit)

    return day


def still_recognised(article: str) -> Rule:
    @rule(
        article,
        _("The disability is still recognised"),
        otherwise=_("You can apply after the examination recognises the disability again."),
        name="still_recognised",
    )
    def condition(on, disability_until):
        return on <= disability_until

    return condition


def recognised_to(article: str) -> Rule:
    """The rule `ends_on` of benefits for a child with disability; needs `turns_adult_on`."""

    @rule(article, _("Last day of the right, if nothing changes"), name="ends_on")
    def last_day(turns_adult_on, disability_until):
        return least(days_after(turns_adult_on, -1), disability_until)

    return last_day


def relative_has_died(article: str) -> Rule:
    @rule(
        article,
        _("A relative or somebody you buried has died, or a court has declared a relative missing"),
        otherwise=_("It is paid only after a death, or after a court's decision that somebody is missing."),
        name="relative_has_died",
    )
    def condition(relative_died):
        return relative_died

    return condition
