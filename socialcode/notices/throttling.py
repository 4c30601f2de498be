"""Guessing the codes of letters and messages is slowed down: who enters too many wrong ones waits, and so do many who
guess together."""

from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

from socialcode.accounts.throttling import place

from .models import WrongCode

HOUR = timedelta(hours=1)
WRONG_AN_HOUR = 20  # for everybody behind one address, such as an office
WRONG_OF_ALL = 500  # an hour, from wherever: many guess together, and from then on
WRONG_AMONG_MANY = 3  # is what each address has left, so that who only mistypes can still check


def visitor(request, what: str = "code") -> str:
    """By what the wrong codes of one visitor are counted, or other guesses; the address itself is not kept."""
    return salted_hmac(f"notices.wrong_{what}", place(request), algorithm="sha256").hexdigest()


def must_wait(who: str) -> bool:
    """Whether a visitor has guessed too often within the last hour: the less, the more guess everywhere."""
    lately = WrongCode.objects.filter(at__gt=timezone.now() - HOUR)
    wrong = lately.filter(visitor=who).count()
    return wrong >= WRONG_AN_HOUR or (wrong >= WRONG_AMONG_MANY and lately.count() >= WRONG_OF_ALL)


def count(who: str) -> None:
    """Keep that a wrong code was entered, for an hour."""
    WrongCode.objects.filter(at__lte=timezone.now() - HOUR).delete()
    WrongCode.objects.create(visitor=who)
