"""Who may open which address of moving for work, of permits and of platform work."""

from ..groups import AUDITOR, CITIZENS, EVERYBODY, HEAD, HERE, OF_AN_OFFICE, OWNER, Address


def _move(world) -> dict:
    return {"key": world.asked_move.key}


def _follow(world) -> dict:
    return {"key": world.signed_move.key, "step": world.move_step.key}


def _signed(world) -> dict:
    return {"key": world.signed_move.key}


def _code(world) -> dict:
    return {"key": world.move_code["move"].key}


MOBILITY = frozenset({"mobility centre"})
CENTRE = HEAD | MOBILITY


def _agency(world) -> dict:
    return {"key": world.agency.key}


def _outsourcing(world) -> dict:
    return {"key": world.outsourcing.key}


def _operator(world) -> dict:
    return {"key": world.operator.key}


MOVES = {
    "mobility:market": Address(CENTRE),
    "mobility:measures": Address(CENTRE),
    "mobility:agencies": Address(CENTRE),
    "mobility:add_agency": Address(MOBILITY),
    "mobility:agency": Address(CENTRE, _agency),
    "mobility:publish": Address(MOBILITY, _outsourcing, "post"),
    "mobility:results": Address(MOBILITY, _outsourcing, "post"),
    "mobility:abroad": Address(EVERYBODY),
    "platform_work:start": Address(EVERYBODY),
    "platform_work:mine": Address(CITIZENS),
    "platform_work:operators": Address(CITIZENS),
    "platform_work:statements": Address(OWNER, _operator),
    "platform_work:statement": Address(OWNER, lambda world: {"key": world.statement.key}),
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
    "resettlement:say": Address(OWNER, lambda world: {"key": world.broken_move.key}, "post"),
    "resettlement:sign": Address(OWNER, _code),
    "resettlement:contract_file": Address(OWNER | HERE | AUDITOR, _signed),
    "resettlement:certificate_file": Address(OWNER | HERE | AUDITOR, _signed),
    "resettlement:own_act": Address(OWNER, lambda world: _move(world) | {"name": "withdraw"}, "post"),
}
