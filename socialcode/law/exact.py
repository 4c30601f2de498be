"""Values of the law to JSON and back without losing a digit: numbers and dates become strings."""

import datetime
from contextlib import suppress
from decimal import Decimal, InvalidOperation

from socialcode.engine.parameters import Value


def to_json(value: Value) -> str | dict:
    """A number, date, text or table as JSON holds it; table keys become text."""
    if isinstance(value, dict):
        return {str(key): to_json(entry) for key, entry in value.items()}
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def from_json(stored: str | dict) -> Value:
    """What `to_json` was given; whole-number table keys become whole numbers again."""
    if isinstance(stored, dict):
        return {int(key) if key.isdecimal() else key: from_json(entry) for key, entry in stored.items()}
    with suppress(InvalidOperation):
        return Decimal(stored)
    with suppress(ValueError):
        return datetime.date.fromisoformat(stored)
    return stored
