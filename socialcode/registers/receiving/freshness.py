"""How fresh and how full each register is, and how much of what it sent was left out: counts, never rows of people."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Max, Sum

from socialcode.people.models import Register
from socialcode.registers.models import Delivery, RejectedRow

from . import words
from .layouts import Layout, layouts

ADDED = ("rows", "rejected", "new", "changed", "same", "held")
LAST = 20  # deliveries that are listed


@dataclass(frozen=True)
class Freshness:
    """One register: what came in all deliveries together, and the newest day of a row (`sent_on`; None: nothing came).

    `reasons` are sentences with how often each was the reason, the most frequent first.
    """

    layout: Layout
    sent_on: datetime.date | None
    age: int | None
    is_stale: bool
    deliveries: int
    counts: dict[str, int]
    reasons: list[tuple[str, int]]

    @property
    def label(self):
        return self.layout.model._meta.verbose_name_plural

    @property
    def register(self) -> str:
        return str(Register(self.layout.register).label)

    @property
    def rejected_share(self) -> Decimal | None:
        """Of all rows, from 0 to 1, to a tenth of a percent; None where none came."""
        rows = self.counts["rows"]
        return Decimal(round(self.counts["rejected"] * 1000 / rows)) / 1000 if rows else None


def of_registers(on: datetime.date, stale_after: int) -> list[Freshness]:
    """All registers, those that need somebody first. Three queries."""
    sums = {name: Sum(name) for name in ADDED}
    brought = Delivery.objects.brought_in().values("kind").annotate(newest=Max("sent_on"), many=Count("pk"), **sums)
    by_kind, reasons = {row["kind"]: row for row in brought}, _reasons()
    found = [
        _of(layout, by_kind.get(name), reasons.get(name, []), on, stale_after) for name, layout in layouts().items()
    ]
    return sorted(found, key=lambda each: not each.is_stale)


def _of(layout: Layout, row: dict | None, reasons: list, on: datetime.date, stale_after: int) -> Freshness:
    sent_on = row["newest"] if row else None
    age = (on - sent_on).days if sent_on else None
    counts = {name: (row[name] or 0) if row else 0 for name in ADDED}
    is_stale = age is None or age > stale_after
    return Freshness(layout, sent_on, age, is_stale, row["many"] if row else 0, counts, reasons)


def _reasons() -> dict[str, list[tuple[str, int]]]:
    counted = RejectedRow.objects.values("delivery__kind", "reason").annotate(many=Count("pk")).order_by("-many")
    found: dict[str, list] = {}
    for row in counted:
        found.setdefault(row["delivery__kind"], []).append((words.of_row(row["reason"]), row["many"]))
    return found


def last_deliveries() -> Iterable[Delivery]:
    """The last files that came, the newest first."""
    return Delivery.objects.order_by("-pk")[:LAST]


def why_refused(delivery: Delivery) -> str:
    """The sentence, or nothing."""
    about = dict(delivery.why_refused)
    return words.of_file(about.pop("why"), about) if about else ""
