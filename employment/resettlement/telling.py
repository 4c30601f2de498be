"""What the person reads of their move, in the transaction that changes it."""

from socialcode.notices.actions import queue_notice

from .models import Move


def tell(move: Move, what: str, **named) -> None:
    """`what` is how the folder of its texts ends: templates/notices/move_<what>/."""
    queue_notice(f"move_{what}", to=move.person, about=move, move=move, **named)
