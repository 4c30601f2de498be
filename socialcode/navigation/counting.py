"""How much waits at several places. The column of places is on every page: all of it costs one query."""

from collections.abc import Sequence

from django.db.models import Count, QuerySet, Value


def counted(waiting: Sequence[int | QuerySet]) -> list[int]:
    """How many each of them is, in their order; those that are to be asked of the database, all in one query."""
    asked = [
        things.order_by().values(nth_place=Value(at)).annotate(waiting_there=Count("pk"))
        for at, things in enumerate(waiting)
        if isinstance(things, QuerySet)
    ]
    rows = asked[0].union(*asked[1:], all=True) if asked else []
    found = {row["nth_place"]: row["waiting_there"] for row in rows}
    return [found.get(at, 0) if isinstance(things, QuerySet) else things for at, things in enumerate(waiting)]
