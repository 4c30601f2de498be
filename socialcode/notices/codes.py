"""Codes that go by SMS: how they are made, kept and limited, whatever somebody confirms by one."""

import datetime
import secrets

from django.utils.crypto import salted_hmac

DIGITS = 6
MOST_TRIES, AN_HOUR = 3, 5
GOOD_FOR = datetime.timedelta(minutes=10)


def new_code() -> str:
    """A code of as many digits as people can copy from a message."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


def hashed(purpose: str, key: object, code: str) -> str:
    """A code as it is kept: only who has the portal's secret can compare with it. `key` is what it confirms."""
    return salted_hmac(purpose, f"{key}:{code}", algorithm="sha256").hexdigest()
