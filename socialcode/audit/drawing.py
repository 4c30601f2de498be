"""A draw that anybody can repeat: those rows come first whose sha256(seed + key) is smallest; the key is written in
small letters with hyphens, both as UTF-8."""

from django.db.models import F, Func, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat


class Sha256(Func):
    """The hash of a text, as bytes."""

    template = "sha256(convert_to(%(expressions)s, 'UTF8'))"


def drawn(rows: QuerySet, seed: str, size: int) -> QuerySet:
    """The first `size` rows in the order of the seed; each has a `key`."""
    place = Sha256(Concat(Value(seed, TextField()), Cast(F("key"), TextField())))
    return rows.annotate(place=place).order_by("place")[:size]
