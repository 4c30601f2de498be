"""Who did what, when, to what: one append-only list."""

from django.apps import apps as installed


def record(kind: str, *, on, by, **details):
    """Write one event in the caller's transaction. `by` is a user, or None when the portal itself acted.

    Everything is kept by value, so an event outlives what it speaks of. Returns the Event.
    """
    return installed.get_model("audit", "Event").objects.create(
        kind=kind,
        on_type=on._meta.label_lower,
        on_key=str(on.pk),
        on_text=str(on),
        by_key=str(by.pk) if by else "",
        by_text=str(by) if by else "",
        details=details,
    )
