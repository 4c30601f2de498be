"""Who may do what with a move. Everybody who is not named is refused, and nothing changes."""

from ..deed import Deed

REASON = "A reason in a whole sentence."
OWNER, OFFICERS_HERE, APPROVER = frozenset({"owner"}), frozenset({"officer", "colleague"}), frozenset({"approver"})

BY = {
    "applying.apply": (OWNER, lambda world: {"application": world.move_application}),
    "applying.withdraw": (OWNER, lambda world: {"move": world.asked_move}),
    "applying.say": (OWNER, lambda world: {"move": world.broken_move, "word": REASON}),
    "applying.ask_code": (OWNER, lambda world: {"move": world.offered_move}),
    "applying.sign": (OWNER, lambda world: world.move_code),
    "ruling.rule": (OFFICERS_HERE, lambda world: {"move": world.asked_move, "agrees": True, "reason": REASON}),
    "ruling.agree": (APPROVER, lambda world: {"ruling": world.move_ruling}),
    "ruling.send_back": (APPROVER, lambda world: {"ruling": world.move_ruling, "reason": REASON}),
    "contracting.offer": (OFFICERS_HERE, lambda world: {"move": world.agreed_move}),
    "contracting.follow": (OFFICERS_HERE, lambda world: {"step": world.move_step, "result": REASON}),
    "contracting.say_broken": (OFFICERS_HERE, lambda world: {"move": world.signed_move, "reason": REASON}),
    "certifying.use": (OFFICERS_HERE, lambda world: {"move": world.signed_move, **world.home}),
    "certifying.pay_rest": (OFFICERS_HERE, lambda world: {"move": world.move_with_home, "reason": REASON}),
}
STATEMENT = {
    "employment.platform_work.actions.sending.send": Deed(
        OWNER, lambda world: {"operator": world.operator, "file": world.statement_file}
    )
}
MOBILITY = frozenset({"mobility centre"})
AGENCIES = {
    "add": lambda world: {"given": world.agency_given},
    "outsource": lambda world: {"agency": world.agency, "given": world.outsourcing_given},
    "publish": lambda world: {"contract": world.outsourcing},
    "note_results": lambda world: {"contract": world.outsourcing, "placed": 5, "stayed": 3},
}
ROOM = "employment.mobility.actions.agencies"
OF_AGENCIES = {f"{ROOM}.{name}": Deed(MOBILITY, given) for name, given in AGENCIES.items()}
MOVES = (
    STATEMENT
    | OF_AGENCIES
    | {f"employment.resettlement.actions.{name}": Deed(allowed, given) for name, (allowed, given) in BY.items()}
)
