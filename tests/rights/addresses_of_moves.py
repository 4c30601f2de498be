"""Who may open which address of moving for work."""

from .groups import AUDITOR, CITIZENS, EVERYBODY, HERE, OF_AN_OFFICE, OWNER, Address


def _move(world) -> dict:
    return {"key": world.asked_move.key}


def _follow(world) -> dict:
    return {"key": world.signed_move.key, "step": world.move_step.key}


MOVES = {
    "permits:find": Address(EVERYBODY),
    "resettlement:start": Address(EVERYBODY),
    "resettlement:apply": Address(CITIZENS),
    "resettlement:mine": Address(CITIZENS),
    "resettlement:check_certificate": Address(EVERYBODY),
    "resettlement:certificate": Address(EVERYBODY, lambda world: {"code": world.certificate.code}),
    "resettlement:queue": Address(OF_AN_OFFICE),
    "resettlement:case": Address(HERE | AUDITOR, _move),
    "resettlement:act": Address(HERE, lambda world: _move(world) | {"name": "rule"}, "post"),
    "resettlement:follow": Address(HERE, _follow, "post"),
    "resettlement:move": Address(OWNER, _move),
    "resettlement:own_act": Address(OWNER, lambda world: _move(world) | {"name": "withdraw"}, "post"),
}
