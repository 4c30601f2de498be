"""Rules about one member's own part of a payment for the whole family (articles 235 and 239).

Each takes the article that states it; `shared` is the fact that says how much is paid for all, `members` for how many.
"""

from socialcode.engine import Rule, _, choose, down_to_tenge, ratio, rule

EQUAL = _("Each member has an equal part. Where children without both parents count, the office works the parts out.")
ROUNDED = _("The part is rounded down to a whole tenge, so that the parts are not more than the whole.")
OTHERS_GET_LESS = _("The payment to the others falls by this part from the same day.")


def wants_share(article: str) -> Rule:
    @rule(
        article,
        _("You are one of those for whom it is paid, and want your own part"),
        otherwise=_("It is for a member of the family who wants the own part paid apart."),
        name="wants_share",
    )
    def condition(wants_own_share):
        return wants_own_share

    return condition


def own_share(article: str, shared: str, members: str) -> Rule:
    @rule(
        article,
        _("Your part: what is paid for all, divided by their number, in whole tenge"),
        name="own_share",
        reads={"shared": shared, "members": members},
    )
    def part(shared, members):
        return down_to_tenge(ratio(shared, members))

    return part


def is_something(article: str) -> Rule:
    """Needs the rule `own_share`."""

    @rule(
        article,
        _("Something is paid of which you have a part"),
        otherwise=_("If nothing is paid to your family yet, ask for the benefit itself."),
        name="is_something",
    )
    def condition(own_share):
        return own_share > 0

    return condition


def from_the_day_of_asking(article: str) -> Rule:
    @rule(article, _("First day paid: the day you ask for your part"), name="starts_on")
    def day(on):
        return on

    return day


def amount(article: str) -> Rule:
    """Needs the rules `eligible` and `own_share`."""

    @rule(article, _("Your own part a month"), name="amount")
    def part(eligible, own_share):
        return choose(eligible, own_share, 0)

    return part
