"""How far offers come: prepared, sent, delivered, answered, agreed to, granted, paid; and how long each step takes.

A step holds whoever went further, too: who answered on the portal was reached, whatever the network said. `granted` and
`paid` are read from awards and orders of payment, so that the sums are those of the ledger.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Self

from django.db.models import Aggregate, Count, Exists, F, FloatField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Cast, Coalesce, Extract, Greatest, TruncDate, TruncMonth
from django.utils.translation import gettext_lazy as _

from socialcode.awards.models import Award
from socialcode.engine.days import months_after
from socialcode.midnight import midnight
from socialcode.offers.models import Offer, OfferedRight
from socialcode.payments.models import OrderState, PaymentOrder

DAY = 24 * 60 * 60  # seconds
TENTH = Decimal("0.1")
COLUMNS = ("month", "provision", "region", "language")  # what offers are counted by
STEPS = {
    "prepared": _("Prepared"),
    "sent": _("Sent"),
    "delivered": _("Delivered"),
    "answered": _("Answered"),
    "yes": _("Said yes"),
    "granted": _("Granted"),
    "paid": _("Paid"),
}


class Median(Aggregate):
    """The middle one of numbers; None of nothing."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = FloatField()


@dataclass(frozen=True)
class Chosen:
    """Which offers are counted; what is empty chooses nothing. `month` is a first day."""

    provision: str = ""
    region: str = ""
    language: str = ""
    month: datetime.date | None = None

    def of(self, offers: QuerySet, at: str = "") -> QuerySet:
        """Those of offers, or of rows that know their offer by the name `at`."""
        found = {f"{at}{name}": value for name in ("region", "language") if (value := getattr(self, name))}
        if self.month:
            after = months_after(self.month, 1)
            found |= {f"{at}prepared_at__gte": midnight(self.month), f"{at}prepared_at__lt": midnight(after)}
        if self.provision:
            found["provision" if at else "rights__provision"] = self.provision
        return offers.filter(**found)

    def without(self, column: str) -> Self:
        """The same, whatever one of `COLUMNS` says."""
        return replace(self, **{column: None if column == "month" else ""})


@dataclass(frozen=True)
class Step:
    """How many came so far, what share of those of the step before (None of nothing), and the days that the step took
    in the middle of all; None where no two moments are known."""

    name: str
    label: str
    count: int
    share: Decimal | None
    days: Decimal | None
    whole: int
    why: tuple[tuple[str, int], ...] = ()

    @property
    def width(self) -> int:
        """Of a bar, in percent of all that were prepared."""
        return 100 * self.count // self.whole if self.whole else 0

    @property
    def hours(self) -> Decimal | None:
        """What it took, where that is less than a day; else None."""
        return (self.days * 24).quantize(TENTH) if self.days is not None and self.days < 1 else None

    @property
    def days_shown(self) -> Decimal | None:
        """To a tenth of a day."""
        return None if self.days is None else self.days.quantize(TENTH)

    @property
    def share_shown(self) -> Decimal | None:
        """To a tenth of a percent."""
        return None if self.share is None else self.share.quantize(Decimal("0.001"))


def funnel(chosen: Chosen, why: Mapping[str, list] = MappingProxyType({})) -> list[Step]:
    """The steps of the chosen offers. One query. `why` says by step what became of those who stopped there."""
    rows = chosen.of(Offer.objects.all()).annotate(**_ends())
    counts = {name: Count("pk", filter=_reached(name), distinct=True) for name in STEPS}
    told = rows.aggregate(**counts, **_medians())
    steps, before = [], None
    for name, label in STEPS.items():
        count = told[name]
        share = Decimal(count) / before if before else None
        days = told.get(f"days_{name}")
        took = None if days is None else Decimal(days)
        steps.append(Step(name, label, count, share, took, told["prepared"], tuple(why.get(name, ()))))
        before = count
    return steps


def paid_sum(chosen: Chosen) -> Decimal:
    """What was paid by the chosen offers until now, in tenge: the orders that banks call paid."""
    claims = chosen.of(OfferedRight.objects.all(), "offer__").exclude(claim=None).values("claim")
    paid = PaymentOrder.objects.filter(state=OrderState.PAID, award__decision__claim__in=claims)
    return paid.aggregate(sum=Coalesce(Sum("amount"), Decimal(0)))["sum"]


def by(column: str, chosen: Chosen) -> list[dict]:
    """The steps by one of `COLUMNS`, a right counted once in each, with the days of each step in the middle of all
    (`days_sent` and so on) and those from the beginning to the decision (`days`). One query."""
    return [_read(row) for row in _grouped(chosen, (column,)).order_by(column)]


def cells() -> list[dict]:
    """The same by all that there is to choose, the newest month first: what is open to everybody."""
    return [_read(row) for row in _grouped(Chosen(), COLUMNS).order_by("-month", *COLUMNS[1:])]


def _read(row: dict) -> dict:
    return {name: _in_days(value) if name.startswith("days") else value for name, value in row.items()}


def _in_days(days: float | None) -> Decimal | None:
    return None if days is None else Decimal(days).quantize(TENTH)


def _grouped(chosen: Chosen, columns: tuple[str, ...]) -> QuerySet:
    named = {"month": TruncMonth("offer__prepared_at"), "region": F("offer__region"), "language": F("offer__language")}
    rows = chosen.of(OfferedRight.objects.all(), "offer__").annotate(
        **{name: named[name] for name in columns if name in named}, **_ends_of_right()
    )
    counts = {name: Count("pk", filter=_reached(name, "offer__")) for name in STEPS}
    counts |= _medians("offer__") | {"days": Median(_seconds("granted_at", "offer__prepared_at") / DAY)}
    return rows.values(*columns).annotate(**counts)


def _ends() -> dict:
    awards = Award.objects.filter(decision__claim__offered__offer=OuterRef("pk"))
    paid = PaymentOrder.objects.filter(state=OrderState.PAID, award__decision__claim__offered__offer=OuterRef("pk"))
    return _moments(awards, paid)


def _ends_of_right() -> dict:
    awards = Award.objects.filter(decision__claim=OuterRef("claim"))
    paid = PaymentOrder.objects.filter(state=OrderState.PAID, award__decision__claim=OuterRef("claim"))
    return _moments(awards, paid)


def _moments(awards: QuerySet, paid: QuerySet) -> dict:
    closed = "decision__claim__closed_at"
    return {
        "granted_at": Subquery(awards.order_by(closed).values(closed)[:1]),
        "paid_on": Subquery(paid.order_by("paid_on").values("paid_on")[:1]),
        "is_granted": Exists(awards),
        "is_paid": Exists(paid),
    }


def _reached(name: str, at: str = "") -> Q:
    def is_there(moment: str) -> Q:
        return Q(**{f"{at}{moment}__isnull": False})

    answered = is_there("answered_at")
    return {
        "prepared": Q(pk__isnull=False),
        "sent": is_there("sent_at") | is_there("delivered_at") | answered,
        "delivered": is_there("delivered_at") | answered,
        "answered": answered,
        "yes": is_there("consent"),
        "granted": is_there("consent") & Q(is_granted=True),
        "paid": is_there("consent") & Q(is_paid=True),
    }[name]


def _seconds(later: str, earlier: str):
    return Extract(F(later) - F(earlier), "epoch")


def _medians(at: str = "") -> dict:
    """From a step to the next one. What is sent has arrived at once where nobody tells, and banks tell a day."""
    arrived = Coalesce(f"{at}delivered_at", f"{at}sent_at")
    took = {
        "sent": F(f"{at}sent_at") - F(f"{at}prepared_at"),
        "delivered": F(f"{at}delivered_at") - F(f"{at}sent_at"),
        "answered": F(f"{at}answered_at") - arrived,
        "granted": F("granted_at") - F(f"{at}answered_at"),
        "paid": F("paid_on") - TruncDate("granted_at"),
    }
    seconds = {name: Cast(Extract(each, "epoch"), FloatField()) for name, each in took.items()}
    # An answer may come before the receipt: that took no time; what did not happen yet stays nothing (0 * null)
    return {f"days_{name}": Median(Greatest(each, each * 0.0) / DAY) for name, each in seconds.items()}
