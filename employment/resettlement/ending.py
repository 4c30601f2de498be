"""Contracts that a family kept to the last day end by themselves."""

from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change

from .models import Move
from .moving import locked, to_state

AT_ONCE = 500  # moves of one run; the next one takes the others


def end_kept() -> int:
    """Returns how many were looked at. Safe to run again, and beside itself."""
    over = Move.objects.filter(state=Move.State.MOVING, contract__until__lt=timezone.localdate())
    moves = list(over.order_by("pk")[:AT_ONCE])
    for move in moves:
        _end(move=move)
    return len(moves)


@change
def _end(*, move: Move) -> None:
    move = locked(move)
    if move.state != Move.State.MOVING:
        return
    to_state(move, Move.State.KEPT)
    move.contract.ended_on = move.contract.until
    move.contract.save(update_fields=["ended_on"])
    record(EventKind.MOVE_KEPT, on=move, by=None, until=move.contract.until)
