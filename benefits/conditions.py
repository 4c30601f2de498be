"""Rules that several benefits share word for word; each takes the article that states it for the benefit."""

from socialcode.engine import Rule, _, months_after, one_of, rule
from socialcode.people import conditions

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
    def condition(other_carer_is_paid):
        return ~other_carer_is_paid

    return condition


def cares(article: str) -> Rule:
    @rule(
        article,
        _("You look after the child yourself"),
        otherwise=_("The person who looks after the child can apply."),
        name="cares",
    )
    def condition(cares_for_child):
        return cares_for_child

    return condition


def reaches_age_limit_on(article: str) -> Rule:
    """The rule `ends_on`; needs the benefit's own value `age_limit` in months."""

    @rule(article, _("The day the child reaches the age limit, the last day paid"), name="ends_on")
    def last_day(child_birth_date, age_limit):
        return months_after(child_birth_date, age_limit)

    return last_day


def child_is_young(article: str) -> Rule:
    @rule(
        article,
        _("The child has not passed the age limit"),
        otherwise=_("It is paid until the child reaches the age limit."),
        name="child_is_young",
    )
    def condition(on, ends_on):
        return on <= ends_on

    return condition
