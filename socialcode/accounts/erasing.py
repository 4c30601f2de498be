"""What of signing in is not kept: attempts, and where somebody was signed in."""

import datetime

from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core.management import call_command


def attempts(before: datetime.datetime, most: int) -> int:
    """Erase wrong passwords, which count for minutes only."""
    old = list(AccessAttempt.objects.filter(attempt_time__lt=before).values_list("pk", flat=True)[:most])
    return AccessAttempt.objects.filter(pk__in=old).delete()[0]


def expired_sessions() -> None:
    """Erase sessions whose time is over with all answers in them, and the places and devices they were on."""
    call_command("clearsessions")
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
