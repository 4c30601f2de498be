"""What the invented treasury says of each order, always the same of the same account: its last digits decide."""

from dataclasses import dataclass

CLOSED, WRONG, BACK = "AC04", "AC01", "AC06"
FATES = {7: ("RJCT", CLOSED), 8: ("RJCT", WRONG), 9: ("RTRN", BACK)}  # by the last two digits of an account
TWICE, LATE = 3, 5  # every so manieth message is answered twice, or with the next round only


@dataclass(frozen=True)
class Ordered:
    """One order of a message as a bank reads it."""

    number: str
    amount: str
    iban: str


@dataclass(frozen=True)
class Answer:
    """What a bank says: `status` in the words of ISO 20022, `RTRN` for money that comes back after it was paid."""

    order: Ordered
    status: str
    reason: str = ""


def answer(order: Ordered) -> Answer:
    """What becomes of an order: almost all are paid, some accounts are closed or wrong, some send money back."""
    last = order.iban[-2:]
    status, reason = FATES.get(int(last) if last.isdecimal() else 0, ("ACSC", ""))
    return Answer(order, status, reason)


def is_answered_twice(count: int) -> bool:
    """Whether the answer to the message with this place comes a second time."""
    return count % TWICE == 0


def is_late(count: int) -> bool:
    """Whether the answer to the message with this place waits for the next round."""
    return count % LATE == 0
