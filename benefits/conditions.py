"""Conditions that several benefits share word for word; each takes the article that states it for the benefit."""

from socialcode.engine import Rule, _, one_of, rule


def lives_here(article: str) -> Rule:
    @rule(
        article,
        _("You live in Kazakhstan permanently"),
        otherwise=_("You can apply once you live in Kazakhstan permanently."),
        name="lives_here",
    )
    def condition(lives_in_kazakhstan):
        return lives_in_kazakhstan

    return condition


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
