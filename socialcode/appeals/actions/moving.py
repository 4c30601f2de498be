"""Locking a complaint, and moving it from one state to the next."""

from django.utils import timezone

from socialcode.appeals.models import Proceeding


def locked(proceeding: Proceeding) -> Proceeding:
    """Its row as it is now, locked to the end of the transaction: who comes second sees the first's work."""
    return Proceeding.objects.whole().select_for_update(of=("self",)).get(pk=proceeding.pk)


def move(proceeding: Proceeding, to: str, **changed) -> None:
    """Move a locked complaint, with what changes besides."""
    for name, value in {"state": to, **changed}.items():
        setattr(proceeding, name, value)
    proceeding.save(update_fields=["state", *changed])


def close(proceeding: Proceeding, to: str, **changed) -> None:
    move(proceeding, to, closed_at=timezone.now(), **changed)
