"""Who did what, when, to what: written by the action that does it, in its transaction."""

from collections.abc import Iterable, Mapping
from typing import Any

from .details import DETAILS
from .kinds import EventKind
from .models import Event, type_of


def record(kind: EventKind, *, on, by, **details) -> Event:
    """Write one event in the caller's transaction. `by` is a user, or None when the portal itself acted.

    Everything is kept by value, so an event outlives what it speaks of. A kind or a detail that has no words raises
    ValueError: auditors could not read it.
    """
    event = _event(kind, on, by, details)
    event.save(force_insert=True)
    return event


def record_each(kind: EventKind, *, of: Iterable[tuple[Any, Mapping[str, Any]]], by) -> None:
    """Write an event of one kind on each of many things, in their order: of pairs of a thing and its details."""
    Event.objects.bulk_create([_event(kind, on, by, details) for on, details in of])


def _event(kind: EventKind, on, by, details: Mapping[str, Any]) -> Event:
    unknown = details.keys() - DETAILS.keys()
    if unknown:
        raise ValueError(f"socialcode/audit/details.py has no words for {', '.join(sorted(unknown))}")
    return Event(
        kind=EventKind(kind),
        on_type=type_of(on),
        on_key=str(on.pk),
        on_text=str(on),
        by_key=str(by.pk) if by else "",
        by_text=str(by) if by else "",
        details=dict(details),
    )
