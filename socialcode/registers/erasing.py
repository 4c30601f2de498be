"""Rows that were left out name people: they are kept for a term, so that whoever sent them can put them right."""

import datetime

from .models import RejectedRow
from .receiving import quarantine


def rejected_rows(before: datetime.datetime, most: int) -> int:
    """Erase what was left out of files that were brought in before a moment. Returns how many, `most` at a time; a
    file with such rows counts as one of them."""
    old = list(RejectedRow.objects.filter(delivery__finished_at__lt=before).values_list("pk", flat=True)[:most])
    RejectedRow.objects.filter(pk__in=old).delete()
    return len(old) or quarantine.erase(before)
