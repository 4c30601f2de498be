"""Rules about one member's own part of a payment for the whole family (articles 235 and 239).

Each takes the article that states it; `shared` is the fact that says how much is paid for all, `members` for how many.
"""

from socialcode.engine import Effect, Follows, Rule, _, choose, down_to_tenge, greatest, least, ratio, rule

EQUAL = _("Each member has an equal part. Where children without both parents count, the office works the parts out.")
ROUNDED = _("The part is rounded down to a whole tenge, so that the parts are not more than the whole.")
OTHERS_GET_LESS = _("The payment to the others falls by this part from the same day.")


def lowers(paid_apart: str, share: str, article: str) -> Follows:
    """What a payment for all becomes beside the part of one member, by the fact that counts such members."""
    return Follows(paid_apart, (share,), value=1, effect=Effect.LOWERS, article=article)


def paid_together(article: str, paid_apart: str) -> Rule:
    """Of how many members the parts stay together: that of who receives the payment is always one of them. Needs the
    payment's own rule `members`."""

    @rule(
        article,
        _("Members whose parts are paid together"),
        name="paid_together",
        unit="persons",
        reads={"paid_apart": paid_apart},
    )
    def count(members, paid_apart):
        return greatest(members - paid_apart, least(members, 1))

    return count


def left_together(article: str, whole: str) -> Rule:
    """Needs the rules `members` and `paid_together`; `whole` is the payment's own rule of what is due for all."""

    @rule(article, _("What is left once parts are paid apart"), name="left_together", reads={"whole": whole})
    def sum_left(whole, members, paid_together):
        apart = down_to_tenge(ratio(whole, members)) * (members - paid_together)
        return choose(members == paid_together, whole, whole - apart)

    return sum_left


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
