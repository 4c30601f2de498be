"""A day is that of Kazakhstan, a moment is stored in UTC: where one becomes the other."""

import datetime

from django.utils import timezone


def midnight(day: datetime.date) -> datetime.datetime:
    """The moment at which a day begins here."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
