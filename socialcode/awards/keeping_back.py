"""How money that was paid too much may be kept from later payments, as the Code says of each payment.

From most payments it is kept only if who receives them applies for it; from targeted assistance without that; from
others not at all: it is paid back freely, or as a court decides.
"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from socialcode.engine import Provision
from socialcode.provisions.deductions import MOST_WITHHELD, OVERPAID, OVERPAID_IF_YOU_APPLY


class How(StrEnum):
    """What it takes to keep something back."""

    APPLIED = "applied"
    ALWAYS = "always"
    NEVER = "never"


class Limit(NamedTuple):
    """`share` is the most of what is due in a month that may be kept; None where the Code names no limit."""

    how: How
    share: Decimal | None


def limit_of(provision: Provision) -> Limit:
    """What the law lets be kept of a payment, by what its file says of deductions; of one that is made once there is no
    later one to keep anything of."""
    if provision.pays != "monthly":
        return Limit(How.NEVER, None)
    said = provision.deductions
    how = How.APPLIED if OVERPAID_IF_YOU_APPLY in said else How.ALWAYS if OVERPAID in said else How.NEVER
    share = next((Decimal(most) for sentence, most in MOST_WITHHELD.items() if sentence in said), None)
    return Limit(how, share)
