"""The answers behind a link: kept so that only its secret word finds and opens them."""

import base64
import datetime
import json
from dataclasses import dataclass
from hashlib import sha256
from secrets import token_urlsafe

from cryptography.fernet import Fernet
from django.utils import timezone

from socialcode.law.values import values_on

from .. import keeping
from ..models import ResultLink
from ..visit import Visit, new_key

TERM = "retain_result_links_days"
WORD_BYTES = 24
MADE_HERE = "result_links"  # addresses of those made in a session
MOST_LINKS = 10


@dataclass(frozen=True)
class Opened:
    """What a link leads to, and the last day on which it does."""

    visit: Visit
    made_on: datetime.date
    until: datetime.date


def make(session, visit: Visit) -> str:
    """Keep the answers of a check as they are now; of too many made in one session the oldest goes.

    Returns the secret word that opens them, which is kept nowhere.
    """
    word = token_urlsafe(WORD_BYTES)
    ResultLink.objects.create(address=_address(word), sealed=sealed(word, keeping.content_of(visit)))
    made = [*session.get(MADE_HERE, ()), _address(word)]
    ResultLink.objects.filter(address__in=made[:-MOST_LINKS]).delete()
    session[MADE_HERE] = made[-MOST_LINKS:]
    return word


def sealed(word: str, content: dict) -> bytes:
    """The answers of a check as only the word opens them."""
    return _lock(word).encrypt(json.dumps(content).encode())


def open_with(word: str) -> Opened | None:
    """What the word opens; None if there is no such link, its term is over, or no release of today can read it."""
    row = _found(word).first()
    if row is None:
        return None
    visit = keeping.visit_of(json.loads(_lock(word).decrypt(bytes(row.sealed))), key=new_key(), saw_result=True)
    made_on = timezone.localdate(row.made_at)
    return visit and Opened(visit, made_on, made_on + datetime.timedelta(days=_days() - 1))


def erase(word: str) -> None:
    """Erase what the word opens: for everybody who has the link."""
    ResultLink.objects.filter(address=_address(word)).delete()


def erase_made_here(session) -> None:
    """Erase what all links made in a session open."""
    ResultLink.objects.filter(address__in=session.pop(MADE_HERE, ())).delete()


def last_day() -> datetime.date:
    """Until which day a link made today opens."""
    return timezone.localdate() + datetime.timedelta(days=_days() - 1)


def _found(word: str):
    return ResultLink.objects.filter(
        address=_address(word), made_at__gt=timezone.now() - datetime.timedelta(days=_days())
    )


def _days() -> int:
    return int(values_on(timezone.localdate()).value(TERM))


def _address(word: str) -> str:
    return sha256(f"address {word}".encode()).hexdigest()


def _lock(word: str) -> Fernet:
    """A word of 192 random bits needs no slow derivation of the key."""
    return Fernet(base64.urlsafe_b64encode(sha256(f"lock {word}".encode()).digest()))
