"""Numbers of applications and contracts, each given once."""

from django.db import connection
from django.utils import timezone


def next_number(letter: str) -> str:
    """A letter, the year, and the next of one row of numbers: P-2026-000017."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('measures_number')")
        return f"{letter}-{timezone.localdate().year}-{cursor.fetchone()[0]:06d}"
