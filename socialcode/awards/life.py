"""The life of one award as days: what is owed for which of them, whatever rows it was read from.

The Code pays by the month and names days on which a payment begins, changes, pauses and ends, but no way to count a
part of a month. Assumed, as offices do (recalled): such a part is paid by its days, of as many as the month has, and
is rounded to the tiyn.
"""

import datetime
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from socialcode.engine.days import days_after, end_of_month, months_after, start_of_month

NOTHING, TIYN = Decimal(0), Decimal("0.01")


class Withheld(NamedTuple):
    """What is taken off before the money leaves: `kind` is contribution or centre, `to` who gets it."""

    kind: str
    amount: Decimal
    to: str


class Owed(NamedTuple):
    """What is owed for one month (its first day): `gross` less what is `withheld` is `net`."""

    month: datetime.date
    gross: Decimal
    withheld: tuple[Withheld, ...]
    net: Decimal


@dataclass(frozen=True)
class Stretch:
    """Days, both included, of which each month is worth the same; `until` None goes on. Tenge of a whole month.

    `withheld` is None where it is not known what is taken off: then nothing of it can be paid.
    """

    since: datetime.date
    until: datetime.date | None
    gross: Decimal
    withheld: tuple[Withheld, ...] | None = ()
    decision: int | None = None

    @property
    def in_hand(self) -> Decimal | None:
        """What of a whole month reaches the person."""
        return None if self.withheld is None else self.gross - sum(one.amount for one in self.withheld)

    def within(self, since: datetime.date, until: datetime.date | None) -> "Stretch | None":
        """The part of it inside some days."""
        first, last = max(self.since, since), _earlier(self.until, until)
        return None if last and last < first else replace(self, since=first, until=last)


@dataclass(frozen=True)
class Gap:
    """Days not paid for: from `since` to the day before `paid_from`; None while the payment is paused."""

    since: datetime.date
    paid_from: datetime.date | None = None

    @property
    def until(self) -> datetime.date | None:
        return self.paid_from and days_after(self.paid_from, -1)


@dataclass(frozen=True)
class Life:
    """The stretches of an award, which never overlap, in their order, and its gaps, which may."""

    stretches: tuple[Stretch, ...] = ()
    gaps: tuple[Gap, ...] = ()
    is_once: bool = False

    def months(self, through: datetime.date) -> Iterator[Owed]:
        """Every month with a day of a stretch up to the month of a day, each of them whole."""
        if self.is_once:
            yield from self._days_of_payment(through)
            return
        found: dict[datetime.date, Owed] = {}
        for stretch in self.stretches:
            for owed in self._of(stretch, end_of_month(through)):
                before = found.get(owed.month)
                found[owed.month] = _together(before, owed) if before else owed
        yield from found.values()

    def changed(self, since: datetime.date, stretches: Iterable[Stretch]) -> "Life":
        """With other stretches from a day on; what was before that day stays."""
        kept = [part for one in self.stretches if (part := one.within(datetime.date.min, days_after(since, -1)))]
        new = [part for one in stretches if (part := one.within(since, None))]
        return replace(self, stretches=tuple(sorted([*kept, *new], key=lambda one: one.since)))

    def ended(self, last_day: datetime.date) -> "Life":
        """Paid up to a day and no longer; a day before the first one leaves nothing."""
        return self.changed(days_after(last_day, 1), ())

    def paused(self, since: datetime.date) -> "Life":
        return replace(self, gaps=(*self.gaps, Gap(since)))

    def resumed(self, gap: Gap, paid_from: datetime.date) -> "Life":
        """A pause is over, and the first day paid again may lie inside it."""
        gaps = list(self.gaps)
        gaps[gaps.index(gap)] = replace(gap, paid_from=max(gap.since, paid_from))  # others of the same days go on
        return replace(self, gaps=tuple(gaps))

    def _days_of_payment(self, through: datetime.date) -> Iterator[Owed]:
        for stretch in self.stretches:
            if stretch.since <= end_of_month(through) and stretch.withheld is not None:
                yield _whole(start_of_month(stretch.since), stretch)

    def _of(self, stretch: Stretch, last: datetime.date) -> Iterator[Owed]:
        last = min(last, stretch.until) if stretch.until else last
        month = start_of_month(stretch.since)
        while month <= last and stretch.withheld is not None:
            days = monthrange(month.year, month.month)[1]
            first, end = max(month, stretch.since), min(month.replace(day=days), last)
            paid = (end - first).days + 1 - (self._unpaid(first, end) if self.gaps else 0)
            yield _whole(month, stretch) if paid == days else _part(month, stretch, paid, days)
            month = months_after(month, 1)

    def _unpaid(self, first: datetime.date, end: datetime.date) -> int:
        """How many of the days lie in a gap."""
        days: set[int] = set()
        for gap in self.gaps:
            begin, over = max(first, gap.since), min(end, gap.until or end)
            days.update(range(begin.toordinal(), over.toordinal() + 1))
        return len(days)


def _earlier(one: datetime.date | None, other: datetime.date | None) -> datetime.date | None:
    return min(one, other) if one and other else one or other


def _whole(month: datetime.date, stretch: Stretch) -> Owed:
    return Owed(month, stretch.gross, stretch.withheld, stretch.in_hand)


def _part(month: datetime.date, stretch: Stretch, paid: int, days: int) -> Owed:
    gross = _share(stretch.gross, paid, days)
    withheld = tuple(one._replace(amount=_share(one.amount, paid, days)) for one in stretch.withheld)
    return Owed(month, gross, withheld, gross - sum(one.amount for one in withheld))


def _share(amount: Decimal, paid: int, days: int) -> Decimal:
    return (amount * paid / days).quantize(TIYN, ROUND_HALF_UP)


def _together(one: Owed, other: Owed) -> Owed:
    """Two parts of one month."""
    taken: dict[tuple[str, str], Decimal] = {}
    for each in (*one.withheld, *other.withheld):
        taken[each.kind, each.to] = taken.get((each.kind, each.to), NOTHING) + each.amount
    withheld = tuple(Withheld(kind, amount, to) for (kind, to), amount in taken.items())
    return Owed(one.month, one.gross + other.gross, withheld, one.net + other.net)
