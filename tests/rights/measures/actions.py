"""Who may do what with subsidised places. Everybody who is not named is refused, and nothing changes."""

from ..deed import Deed
from . import REASON, WORKPLACE

CENTRE = frozenset({"officer", "colleague", "head", "adviser"})
OFFICERS_HERE = frozenset({"officer", "colleague"})
OWNER, APPROVER = frozenset({"owner"}), frozenset({"approver"})
MAP = frozenset({"head", "mobility centre"})

MEASURES = {
    "mapping.propose_map": (MAP, lambda w: {"office": w.office, "line": w.map_line, "reason": REASON}),
    "mapping.agree_map": (frozenset({"head", "approver"}), lambda w: {"asked": w.map_change}),
    "mapping.return_map": (
        frozenset({"head", "approver"}),
        lambda w: {"asked": w.map_change, "reason": REASON},
    ),
    "asking.ask_places": (
        OWNER,
        lambda w: {"organisation": w.employer, "office": w.office, "asked": WORKPLACE},
    ),
    "asking.withdraw_places": (OWNER, lambda w: {"request": w.places}),
    "asking.approve_places": (CENTRE, lambda w: {"request": w.places}),
    "asking.refuse_places": (CENTRE, lambda w: {"request": w.places, "reason": REASON}),
    "contracting.draw_up": (CENTRE, lambda w: w.place_for),
    "contracting.agree": (APPROVER, lambda w: {"contract": w.contract_signed}),
    "contracting.send_back": (APPROVER, lambda w: {"contract": w.contract_signed, "reason": REASON}),
    "contracting.drop": (CENTRE | OWNER, lambda w: {"contract": w.contract_known, "reason": REASON}),
    "signing.ask_code": (OWNER, lambda w: {"contract": w.contract_known, "side": "employer"}),
    "signing.sign": (OWNER, lambda w: w.contract_code),
    "proving.file_proof": (OWNER, lambda w: {"contract": w.contract_running, "told": w.told}),
    "proving.accept": (OFFICERS_HERE, lambda w: {"contract": w.proof.contract, "note": REASON}),
    "proving.return_proof": (CENTRE, lambda w: {"proof": w.proof, "reason": REASON}),
    "proving.agree": (APPROVER, lambda w: w.proof_proposed),
    "proving.send_back": (APPROVER, lambda w: w.proof_proposed | {"reason": REASON}),
    "ending.propose_end": (
        OFFICERS_HERE,
        lambda w: {"contract": w.contract_running, "wanted": w.wanted_end, "reason": REASON},
    ),
    "ending.say": (OWNER, lambda w: {"contract": w.ending_proposed.contract, "word": REASON}),
    "ending.agree": (APPROVER, lambda w: {"ending": w.ending}),
    "ending.send_back": (APPROVER, lambda w: {"ending": w.ending, "reason": REASON}),
}
MEASURES = {f"employment.measures.actions.{name}": Deed(*line) for name, line in MEASURES.items()}
