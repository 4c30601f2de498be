"""Economic mobility certificate for buying a home after moving for work (article 112)."""

import datetime

from employment import relocation
from socialcode.engine import Provision, _, choose, greatest, least, rule, up_to_tenge

provision = Provision(
    "mobility_certificate",
    _("Economic mobility certificate"),
    article="112",
    since=datetime.date(2025, 1, 1),
    pays="once",
    summary=_("Money of the state towards a home in the new place."),
    where=relocation.WHERE,
    events=("work",),
    ends=(relocation.BROKEN_FROM_THE_FIRST,),
    assumptions=(
        _("The Code knows the certificate since May 2024; its size is known from 2025 on."),
        _("The press says that what the home does not cost is paid out; the order itself was not read."),
        relocation.RENT_OR_HOME,
        *relocation.ASSUMPTIONS,
    ),
)

(
    moves_for_work,
    is_settler,
    is_registered_anyhow,
    was_registered_long,
    employer_does_not_pay,
    may_join,
) = relocation.of_the_person()
places, goes_where_needed_before_2026, goes_where_needed = relocation.of_the_place()


@rule(
    "112.4(1)",
    _("You want to buy a home in the new place"),
    otherwise=_("The certificate is for buying a home. Ask for rent money instead."),
)
def wants_a_home(buys_home):
    return buys_home


@rule("112.4(1)", _("You have the right to it"))
def eligible(
    moves_for_work,
    is_settler,
    is_registered_anyhow,
    was_registered_long,
    goes_where_needed,
    employer_does_not_pay,
    may_join,
    wants_a_home,
):
    may_move = moves_for_work & is_settler & is_registered_anyhow & was_registered_long & goes_where_needed
    return may_move & employer_does_not_pay & may_join & wants_a_home


@rule("112.4(1)", _("Certificate: a share of the price, up to a limit"))
def amount(eligible, home_price, price_share, most_paid, mci):
    return choose(eligible, up_to_tenge(least(home_price * price_share, most_paid * mci)), 0)


@rule("112.4(1)", _("Certificate of a fixed size"), since="2026-01-01", name="amount")
def amount_since_2026(eligible, size, mci):
    return choose(eligible, up_to_tenge(size * mci), 0)


@rule("112.4(1)", _("What is left of it after paying for the home"), since="2026-01-01")
def rest(amount, home_price):
    return greatest(amount - home_price, 0)
