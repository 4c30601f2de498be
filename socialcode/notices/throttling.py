"""Guessing the codes of letters is slowed down: who enters too many wrong ones waits."""

from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

from socialcode.accounts.throttling import place

from .models import WrongCode

HOUR = timedelta(hours=1)
WRONG_AN_HOUR = 20  # for everybody behind one address, such as an office


def visitor(request, what: str = "code") -> str:
    """By what the wrong codes of one visitor are counted, or other guesses; the address itself is not kept."""
    return salted_hmac(f"notices.wrong_{what}", place(request), algorithm="sha256").hexdigest()


def must_wait(who: str) -> bool:
    return WrongCode.objects.filter(visitor=who, at__gt=timezone.now() - HOUR).count() >= WRONG_AN_HOUR


def count(who: str) -> None:
    """Keep that a wrong code was entered, for an hour."""
    WrongCode.objects.filter(at__lte=timezone.now() - HOUR).delete()
    WrongCode.objects.create(visitor=who)
