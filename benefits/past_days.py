"""Rules about days that are over and were not paid; each takes the article that states it for the benefit.

`was_paid` is the name of the fact that says whether the benefit was paid to its last day.
"""

from socialcode.engine import Rule, _, choose, least, rule

FOR_THE_PAST = _(
    "You can apply at any time, and it is paid from the day the right arose. For how long before you apply, an order "
    "says that we have not seen; what was before July 2023 followed another law and is not counted."
)
FIGURES_OF_THE_LAST_DAY = _(
    "If days of several years are due, the amount shown has the figures of the last of these days. Each year counts "
    "with its own."
)

FIGURES_OF = _("The day whose figures count: the day of asking, or the last day paid where that is over")


def figures_of(article: str) -> Rule:
    """Needs the rule `ends_on`, which always is a day."""

    @rule(article, FIGURES_OF, name="figures_of")
    def day(on, ends_on):
        return least(on, ends_on)

    return day


def _or_unpaid(is_still, was_when_it_arose, was_paid):
    """A condition holds, or held when the right arose and the days since then were not paid."""
    return is_still | (was_when_it_arose & ~was_paid)


def is_recognised_or_unpaid(article: str, was_paid: str) -> Rule:
    """The rule `is_recognised` of a benefit that is paid for the past, too; needs the rule `starts_on`."""

    @rule(
        article,
        _("The term of the disability has not run out, or days of it that are still due were not paid"),
        otherwise=_("You can apply after the examination recognises the disability again."),
        name="is_recognised",
        reads={"was_paid": was_paid},
    )
    def condition(on, disability_is_permanent, recognised_until, starts_on, was_paid):
        is_still = disability_is_permanent | (on <= recognised_until)
        return _or_unpaid(is_still, starts_on <= recognised_until, was_paid)

    return condition


def figures_of_own_term(article: str) -> Rule:
    """The rule `figures_of` of benefits for one's own disability, whose term may have no last day."""

    @rule(article, FIGURES_OF, name="figures_of")
    def day(on, disability_is_permanent, recognised_until):
        return choose(disability_is_permanent | (on <= recognised_until), on, recognised_until)

    return day


def still_recognised_or_unpaid(article: str, was_paid: str) -> Rule:
    """The rule `still_recognised` of a benefit that is paid for the past, too; needs the rule `starts_on`."""

    @rule(
        article,
        _("The disability is still recognised, or days of its term that are still due were not paid"),
        otherwise=_("You can apply after the examination recognises the disability again."),
        name="still_recognised",
        reads={"was_paid": was_paid},
    )
    def condition(on, disability_until, starts_on, was_paid):
        return _or_unpaid(on <= disability_until, starts_on <= disability_until, was_paid)

    return condition


def is_child_or_unpaid(article: str, otherwise: str, was_paid: str) -> Rule:
    """The rule `is_child` of a benefit for the past, too; needs the rules `starts_on` and `turns_adult_on`."""

    @rule(
        article,
        _("The child is under 18, or days before the 18th birthday that are still due were not paid"),
        otherwise=otherwise,
        name="is_child",
        reads={"was_paid": was_paid},
    )
    def condition(on, turns_adult_on, starts_on, was_paid):
        return _or_unpaid(on < turns_adult_on, starts_on < turns_adult_on, was_paid)

    return condition


def is_before_pension_age_or_unpaid(article: str, was_paid: str) -> Rule:
    """The rule `is_before_pension_age` of a payment for the past, too; needs the rules `starts_on` and `retires_on`."""

    @rule(
        article,
        _("You have not reached pension age, or days before it were not paid"),
        otherwise=_("From pension age on it is not paid; check your right to a pension."),
        name="is_before_pension_age",
        reads={"was_paid": was_paid},
    )
    def condition(on, starts_on, retires_on, was_paid):
        return _or_unpaid(on < retires_on, starts_on < retires_on, was_paid)

    return condition
