"""The days of a vacancy, and its words as they are looked through."""

import datetime

from django.utils import timezone

from socialcode.law.terms import term_after
from socialcode.law.values import values_on

from .models import Vacancy


def last_day_to_post(opened_on: datetime.date) -> datetime.date:
    """By when a post that became vacant on a day is posted (article 103.2(1))."""
    return term_after(opened_on, "vacancy_post_days")


def expires_on(day: datetime.date) -> datetime.date:
    """The last day of a vacancy that is posted or renewed on a day."""
    return day + datetime.timedelta(days=_number("vacancy_days"))


def reminded_from(day: datetime.date) -> datetime.date:
    """Vacancies that end by this day are reminded of on `day`."""
    return day + datetime.timedelta(days=_number("vacancy_reminder_days"))


def invited_before(day: datetime.date) -> datetime.date:
    """Invitations of before this day have lapsed on `day`."""
    return day - datetime.timedelta(days=_number("invitation_days"))


def told_points() -> int:
    """From how many points for place, pay, hours and experience on a new vacancy is told to a person."""
    return _number("match_told_points")


def told_lately_since() -> datetime.datetime:
    """Who was told of new vacancies after this moment is not told again yet."""
    return timezone.now() - datetime.timedelta(days=_number("match_message_days"))


def new_since() -> datetime.datetime:
    """What was found after this moment is shown as new; what was found before is erased."""
    return timezone.now() - datetime.timedelta(days=_number("match_new_days"))


def texts_of(vacancy: Vacancy) -> dict[str, str]:
    """The words that an employer wrote, by field."""
    return {name: getattr(vacancy, name) for name in ("title", "duties", "requirements", "access_note")}


def _number(name: str) -> int:
    return int(values_on(timezone.localdate()).value(name))
