"""What an order becomes by what a bank says of it: each answer may come late, twice or in any order."""

from dataclasses import dataclass

from .iso20022.answers import PAID, REFUSED, RETURNED, Entry
from .models import OrderState, PaymentTask

Kind = PaymentTask.Kind


@dataclass(frozen=True)
class Standing:
    """How an order stands: its state, and whether it was ever said to be paid."""

    state: str
    was_paid: bool


@dataclass(frozen=True)
class Move:
    """What becomes of it: the new state (empty: as before), and the task that somebody gets (empty: none)."""

    state: str = ""
    task: str = ""


NOT_SENT = (OrderState.ORDERED, OrderState.HELD)
STAYS, DOUBT = Move(), Move(task=Kind.CONTRADICTION)


def move(now: Standing, entry: Entry) -> Move:
    """A later fact wins over an earlier one, whatever comes first; what cannot both be true is for a person to see."""
    if entry.status in PAID:
        return _paid(now)
    if entry.status == REFUSED:
        return _refused(now)
    if entry.status == RETURNED:
        return _returned(now)
    return STAYS


def _paid(now: Standing) -> Move:
    """A payment that came back has been paid before; one that was refused has not."""
    if now.state == OrderState.SENT:
        return Move(OrderState.PAID)
    if now.state in (OrderState.PAID, OrderState.RETURNED) or now.was_paid:
        return STAYS
    return DOUBT


def _refused(now: Standing) -> Move:
    if now.state == OrderState.SENT:
        return Move(OrderState.REJECTED, Kind.REJECTED)
    return DOUBT if now.state in (OrderState.PAID, *NOT_SENT) else STAYS


def _returned(now: Standing) -> Move:
    """Money comes back from where it was: also before anybody said that it arrived."""
    if now.state in (OrderState.SENT, OrderState.PAID):
        return Move(OrderState.RETURNED, Kind.RETURNED)
    return DOUBT if now.state in NOT_SENT else STAYS
