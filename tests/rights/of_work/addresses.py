"""Who may open which address of looking for work."""

from ..groups import CITIZENS, Address

ADVISES = frozenset({"adviser", "head"})


def _waiting(world) -> dict:
    return {"key": world.registration.key}


WORK = {
    "seekers:own": Address(CITIZENS),
    "seekers:register": Address(CITIZENS),
    "seekers:leave": Address(CITIZENS),
    "seekers:report": Address(CITIZENS),
    "seekers:show": Address(CITIZENS, method="post"),
    "seekers:profile": Address(CITIZENS),
    "seekers:if_i_work": Address(CITIZENS),
    "seekers:cv": Address(CITIZENS),
    "seekers:cv_file": Address(CITIZENS),
    "seekers:add_line": Address(CITIZENS, lambda world: {"kind": "jobs"}),
    "seekers:remove_line": Address(CITIZENS, lambda world: {"kind": "jobs", "number": 1}, "post"),
    "seekers:registrations": Address(ADVISES),
    "seekers:registration": Address(ADVISES, _waiting),
    "seekers:answer": Address(ADVISES, lambda world: _waiting(world) | {"act": "confirm"}, "post"),
    "matching:for_me": Address(CITIZENS),
    "matching:messages": Address(CITIZENS, method="post"),
}
