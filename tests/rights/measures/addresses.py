"""Who may open which address of subsidised places."""

from ..groups import AUDITOR, CITIZENS, OWNER, Address

WORK = frozenset({"officer", "colleague", "head", "adviser"})
HERE = WORK | {"approver", "mobility centre"}
EVERYWHERE = HERE | {"officer elsewhere", "approver elsewhere"}
SEEN = HERE | OWNER | AUDITOR


def _places(world) -> dict:
    return {"key": world.places.key}


def _contract(world) -> dict:
    return {"key": world.contract_known.key}


def _proof(world) -> dict:
    return {"key": world.proof.contract.key, "proof": world.proof.key}


MEASURES = {
    "measures:mine": Address(CITIZENS),
    "measures:ask": Address(OWNER, lambda world: {"key": world.employer.key}),
    "measures:request": Address(SEEN, _places),
    "measures:withdraw": Address(SEEN, _places, "post"),
    "measures:draw": Address(WORK, lambda world: {"key": world.places_approved.key}),
    "measures:answer": Address(SEEN, lambda world: _places(world) | {"act": "refuse"}, "post"),
    "measures:contract": Address(SEEN, _contract),
    "measures:pdf": Address(SEEN, _contract),
    "measures:code": Address(SEEN, _contract, "post"),
    "measures:sign": Address(SEEN, _contract),
    "measures:act": Address(SEEN, lambda world: _contract(world) | {"act": "drop"}, "post"),
    "measures:return_proof": Address(SEEN, _proof, "post"),
    "measures:queue": Address(EVERYWHERE),
    "measures:file": Address(EVERYWHERE, lambda world: {"kind": "xlsx"}),
    "measures:map": Address(EVERYWHERE),
    "measures:answer_map": Address(HERE, lambda world: {"key": world.map_change.key, "act": "agree"}, "post"),
}
