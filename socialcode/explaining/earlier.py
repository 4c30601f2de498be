"""What days before the one asked about are worth, where that is another sum, as everybody reads it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from socialcode.engine import Provision
from socialcode.engine.explanation import Explanation
from socialcode.engine.past import Worth, worth

from .payout import Payout, kept_deduction, of_amounts


@dataclass(frozen=True)
class Earlier:
    """Days, both included, with the payment of a whole month."""

    since: datetime.date
    until: datetime.date
    payout: Payout


def of_explanation(found: Explanation) -> list[Earlier]:
    """Those of a right that was computed."""
    return of_stretches(found.provision, worth(found), kept_deduction(found))


def of_stretches(provision: Provision, stretches: Iterable[Worth], deduction: dict | None) -> list[Earlier]:
    """All but the last one, which is the sum itself; `deduction` as `kept_deduction` gives it."""
    *before, _now = stretches or (None,)
    return [Earlier(one.since, one.until, of_amounts(provision, one.amount, one.in_hand, deduction)) for one in before]
