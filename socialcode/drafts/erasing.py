"""What was typed and never sent is kept for a term."""

import datetime

from .models import Draft


def typed(before: datetime.datetime, most: int) -> int:
    """Erase drafts that were kept last before a moment. Returns how many, `most` at a time."""
    old = list(Draft.objects.filter(kept_at__lt=before).values_list("pk", flat=True)[:most])
    return Draft.objects.filter(pk__in=old).delete()[0]
