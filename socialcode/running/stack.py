"""Room for the frames of calls, taken once: without it a busy loop can ask the system for memory at every call."""

from collections.abc import Callable
from types import FunctionType
from typing import Any

CHUNK = 1 << 17  # slots of eight bytes, as Python takes memory for frames: powers of two
TAKEN = CHUNK // 2 + 4096  # more than half, so that no smaller chunk will do; the other half is for all calls inside


def with_room(work: Callable) -> Callable:
    """The same work, whose inner calls have their frames in one piece of memory.

    Python keeps frames in chunks of 16 KB, takes a new one when a call does not fit in, and gives it back when that
    call returns. A loop at such an edge, deep in templates and rules, does so each time: a third of a page's processor
    time went there. A frame too large for a chunk gets one of its own; memory that is not touched costs nothing.
    """

    def roomy(*given, **named) -> Any:
        return work(*given, **named)

    code = roomy.__code__.replace(co_stacksize=TAKEN)
    return FunctionType(code, roomy.__globals__, work.__name__, None, roomy.__closure__)
