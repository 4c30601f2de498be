"""Locking a move and bringing it from one state to the next."""

from django.utils import timezone

from . import policies
from .models import CLOSED, Move


def locked(move: Move) -> Move:
    """The move as it is now, held until this change is done: who comes second sees the first's work."""
    Move.objects.select_for_update().get(pk=move.pk)
    return Move.objects.whole().get(pk=move.pk)


def to_state(move: Move, state: str) -> None:
    """Move a locked one. Raises NotAllowedError where it cannot go there."""
    policies.check_move(move, state)
    move.state, move.closed_at = state, timezone.now() if state in CLOSED else None
    move.save(update_fields=["state", "closed_at"])
