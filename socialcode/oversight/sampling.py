"""A draw that anybody can repeat: the same seed over the same days gives the same decisions in the same order.

Of the decisions that took effect on these days, those come first whose sha256(seed + decision key) is smallest; the key
is written in small letters with hyphens, both as UTF-8.
"""

import datetime

from django.db.models import Exists, F, Func, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from socialcode.decisions.models import Decision
from socialcode.midnight import midnight

IN_EFFECT = ("granted", "refused")
ONE_DAY = datetime.timedelta(days=1)


class Sha256(Func):
    """The hash of a text, as bytes."""

    template = "sha256(convert_to(%(expressions)s, 'UTF8'))"


def draw(seed: str, since: datetime.date, until: datetime.date, size: int) -> QuerySet[Decision]:
    """The first `size` decisions of the order; the days are those of Kazakhstan, both included."""
    later = Decision.objects.filter(claim=OuterRef("claim"), pk__gt=OuterRef("pk"))
    return (
        Decision.objects.filter(
            ~Exists(later),
            claim__status__in=IN_EFFECT,
            claim__closed_at__gte=midnight(since),
            claim__closed_at__lt=midnight(until + ONE_DAY),
        )
        .annotate(place=Sha256(Concat(Value(seed, TextField()), Cast(F("key"), TextField()))))
        .order_by("place")[:size]
    )
