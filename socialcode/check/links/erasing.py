"""What links kept, erased when their term is over."""

import datetime

from ..models import ResultLink


def links(before: datetime.datetime, most: int) -> int:
    """Erase up to so many links made before a moment. Returns how many."""
    over = ResultLink.objects.filter(made_at__lt=before).order_by("pk").values("pk")[:most]
    return ResultLink.objects.filter(pk__in=list(over.values_list("pk", flat=True))).delete()[0]
