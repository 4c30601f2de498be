"""The orders in which an office's claims are listed, and the place in one from which a list goes on.

An order is one of an index of open claims, so that a page costs the same however many claims there are.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from ...models import Claim

BETWEEN = "~"
LARGEST_KEY = 2**63


@dataclass(frozen=True)
class Order:
    """By these fields of a claim and then by its key; `backwards` from the last to the first."""

    fields: tuple[str, ...]
    backwards: bool = False

    @property
    def names(self) -> list[str]:
        """As a query is ordered by."""
        return [f"{'-' if self.backwards else ''}{field}" for field in (*self.fields, "pk")]

    @property
    def reversed(self) -> "Order":
        return Order(self.fields, not self.backwards)

    def place(self, claim: Claim) -> str:
        """The place of a claim in the list, as text for an address."""
        return BETWEEN.join(_written(getattr(claim, field)) for field in (*self.fields, "pk"))

    def beyond(self, place: Sequence) -> Q:
        """The claims that come after a place that was read."""
        side, found, equal = ("lt" if self.backwards else "gt"), Q(), {}
        for field, value in zip((*self.fields, "pk"), place, strict=True):
            found |= Q(**equal, **{f"{field}__{side}": value})
            equal[field] = value
        return Q(**{f"{self.fields[0]}__{side}e": place[0]}) & found

    def read(self, text: str) -> list | None:
        """The place that a text names; None for anything else."""
        parts = (text or "").split(BETWEEN)
        readers = [*(READ[field] for field in self.fields), _key]
        try:
            return [read(part) for read, part in zip(readers, parts, strict=True)]
        except ValueError:
            return None


def _written(value) -> str:
    """A moment by universal time: its mark needs no escaping in an address."""
    return f"{value.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%S.%fZ}" if hasattr(value, "hour") else str(value)


def _key(text: str) -> int:
    number = int(text)
    if not 0 <= number < LARGEST_KEY:
        raise ValueError(text)
    return number


def _moment(text: str) -> datetime.datetime:
    moment = datetime.datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def _word(text: str) -> str:
    if "\x00" in text:
        raise ValueError(text)
    return text


READ: dict[str, Callable] = {
    "due_on": datetime.date.fromisoformat,
    "submitted_at": _moment,
    "provision": _word,
    "status": _word,
}
FIELDS = {
    "due": ("due_on",),
    "received": ("submitted_at",),
    "payment": ("provision", "due_on"),
    "state": ("status", "due_on"),
}
FIRST = "due"
ORDERS = {f"{sign}{name}": Order(fields, bool(sign)) for name, fields in FIELDS.items() for sign in ("", "-")}


def order_of(name: str, *, is_open: bool) -> Order:
    """The order of a name. Of closed claims there are far more: they are listed by their day only."""
    order = ORDERS.get(name, ORDERS[FIRST])
    return order if is_open or order.fields == FIELDS[FIRST] else ORDERS[FIRST]
