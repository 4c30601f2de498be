"""What stays with somebody whose role ends: rooms above say it, and a role ends only when nothing does."""

from collections.abc import Callable

from socialcode.refusal import NotAllowedError

from ..models import RoleGrant

Held = Callable[[RoleGrant], str]
_held: list[Held] = []


def stays(held: Held) -> Held:
    """Have a room asked what stays with a role: a sentence of what has to be done first, empty where nothing stays."""
    _held.append(held)
    return held


def check_nothing_stays(grant: RoleGrant) -> None:
    """Before a role ends, all that is open with it has gone to others."""
    for held in _held:
        if sentence := held(grant):
            raise NotAllowedError(sentence)
