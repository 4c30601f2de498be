"""Two texts at random: which one people agree to more often, and how sure that is.

Intervals after Wilson (1927) for a share, and after Newcombe (1998, method 10) for the difference of two, at 95 %.
"""

from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from django.db.models import Count, Q

from socialcode.offers.models import Offer

from .funnel import Chosen

Z = 1.959964  # of the normal distribution: 95 % lie within


@dataclass(frozen=True)
class Share:
    """`yes` of `sent`, as a share with the bounds within which it lies; None of nothing."""

    sent: int
    yes: int

    @property
    def value(self) -> float | None:
        return self.yes / self.sent if self.sent else None

    @property
    def bounds(self) -> tuple[float, float] | None:
        """Wilson's interval."""
        if not self.sent:
            return None
        n, p = self.sent, self.yes / self.sent
        middle, spread = p + Z * Z / (2 * n), Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        whole = 1 + Z * Z / n
        return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


@dataclass(frozen=True)
class Comparison:
    """The two texts side by side: A says the amount first, B the name of the payment."""

    first: Share
    second: Share

    @property
    def difference(self) -> float | None:
        """By how much the share of the first is larger."""
        if self.first.value is None or self.second.value is None:
            return None
        return self.first.value - self.second.value

    @property
    def bounds(self) -> tuple[float, float] | None:
        """Newcombe's interval of the difference."""
        if self.difference is None:
            return None
        (low, high), (other_low, other_high) = self.first.bounds, self.second.bounds
        p, q = self.first.value, self.second.value
        return (
            self.difference - sqrt((p - low) ** 2 + (other_high - q) ** 2),
            self.difference + sqrt((high - p) ** 2 + (q - other_low) ** 2),
        )

    @property
    def is_sure(self) -> bool:
        """Whether no difference at all is outside the bounds."""
        return self.bounds is not None and not self.bounds[0] <= 0 <= self.bounds[1]


def compare(chosen: Chosen) -> Comparison:
    """The texts of the chosen offers that went out. One query."""
    sent = chosen.of(Offer.objects.exclude(queued_at=None)).values("variant")
    found = {
        row["variant"]: Share(row["sent"], row["yes"])
        for row in sent.annotate(
            sent=Count("pk", distinct=True), yes=Count("pk", filter=Q(consent__isnull=False), distinct=True)
        ).order_by()
    }
    nothing = Share(0, 0)
    variants = Offer.Variant
    return Comparison(found.get(variants.AMOUNT_FIRST, nothing), found.get(variants.NAME_FIRST, nothing))


def as_share(value: float | None) -> Decimal | None:
    """For pages: to a tenth of a percent."""
    return None if value is None else Decimal(value).quantize(Decimal("0.001"))
