"""What was tried at the doors and failed, or came too often: a line of its kind for who watches, without a person.

Which request it was, and of whom where that is known, every line says by itself. What succeeds is an event.
"""

import logging
from enum import StrEnum

log = logging.getLogger("socialcode.security")


class Tried(StrEnum):
    WRONG_PASSWORD = "a wrong password"  # noqa: S105 - words of a line
    WRONG_SECOND_FACTOR = "a wrong second factor"
    WRONG_CODE = "a wrong code of an SMS"
    WRONG_LINK = "a link for a password that is not good"
    WRONG_TOKEN = "a wrong token of an SMS gateway"  # noqa: S105 - words of a line
    TOO_MANY_PASSWORDS = "too many wrong passwords"
    TOO_MANY_CODES = "too many codes of SMS"


def note(what: Tried) -> None:
    log.warning("%s", what.value)
