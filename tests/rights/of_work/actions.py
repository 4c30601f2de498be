"""Who may do what for those who look for work. Everybody who is not named is refused, and nothing changes."""

from django.utils import timezone

from employment.seekers.models import Studied

from ..deed import Deed
from .world import SAID

REASON = "A reason in a whole sentence."
OWNER, ADVISES = frozenset({"owner"}), frozenset({"adviser", "head"})


def _own(world) -> dict:
    return {"person": world.mother}


BY = {
    "registering.apply": (OWNER, lambda world: _own(world) | {"kind": "unemployed", "said": SAID}),
    "registering.confirm": (ADVISES, lambda world: {"registration": world.registration}),
    "registering.refuse": (ADVISES, lambda world: {"registration": world.registration, "reason": REASON}),
    "registering.withdraw": (OWNER, lambda world: {"registration": world.registration}),
    "ending.end": (OWNER | ADVISES, lambda world: {"registration": world.registered, "ground": "own_wish"}),
    "ending.report": (
        OWNER,
        lambda world: {"registration": world.registered, "kind": "work", "happened_on": timezone.localdate()},
    ),
    "profiling.write": (OWNER, lambda world: _own(world) | {"says": {"about": "I cook."}, "trades": [("5120", 3)]}),
    "profiling.add_line": (OWNER, lambda world: _own(world) | {"line": Studied(what="A school")}),
    "profiling.remove_line": (OWNER, lambda world: _own(world) | {"kind": Studied, "number": 1}),
    "profiling.show": (OWNER, lambda world: _own(world) | {"language": "kk"}),
    "profiling.hide": (OWNER, _own),
}
WORK = {f"employment.seekers.actions.{name}": Deed(allowed, given) for name, (allowed, given) in BY.items()}
