"""Who did what, when, to what: written by the action that does it, in its transaction."""

from .details import DETAILS
from .kinds import EventKind
from .models import Event, type_of


def record(kind: EventKind, *, on, by, **details) -> Event:
    """Write one event in the caller's transaction. `by` is a user, or None when the portal itself acted.

    Everything is kept by value, so an event outlives what it speaks of. A kind or a detail that has no words raises
    ValueError: auditors could not read it.
    """
    unknown = details.keys() - DETAILS.keys()
    if unknown:
        raise ValueError(f"socialcode/audit/details.py has no words for {', '.join(sorted(unknown))}")
    return Event.objects.create(
        kind=EventKind(kind),
        on_type=type_of(on),
        on_key=str(on.pk),
        on_text=str(on),
        by_key=str(by.pk) if by else "",
        by_text=str(by) if by else "",
        details=details,
    )
