"""Who may do what with offers. Everybody who is not named is refused, and nothing changes."""

from tests.cast import IBAN

from .deed import Deed

OWNER, OFFICERS_HERE = frozenset({"owner"}), frozenset({"officer", "colleague", "head"})
ON_THE_PORTAL = {"channel": "portal", "evidence": {}}
OFFERS = {
    "offers.actions.answering.answer": Deed(
        OWNER, lambda world: {"offer": world.sent_offer, "says": "yes", **ON_THE_PORTAL}
    ),
    "offers.actions.answering.put_off": Deed(OWNER, lambda world: {"offer": world.sent_offer}),
    "offers.actions.answering.give_account": Deed(
        OWNER, lambda world: {"offer": world.offer_without_account, "iban": IBAN, "channel": "portal"}
    ),
    "offers.actions.withdrawing.withdraw_consent": Deed(
        OWNER, lambda world: {"offer": world.agreed_offer, **ON_THE_PORTAL}
    ),
    "offers.actions.calling.settle": Deed(
        OFFICERS_HERE, lambda world: {"call": world.offer_call, "result": "not_wanted", "note": "She thanks."}
    ),
}
