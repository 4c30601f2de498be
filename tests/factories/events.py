"""Events as an older portal may have left them: of kinds and with details that nothing writes any more."""

from socialcode.audit.models import Event


def make_event(kind, *, on, by, **details) -> Event:
    return Event.objects.create(
        kind=kind,
        on_type=on._meta.label_lower,
        on_key=str(on.pk),
        on_text=str(on),
        by_key=str(by.pk),
        by_text=str(by),
        details=details,
    )
