"""Who may open which address of offers."""

from .groups import EVERYBODY, HERE, MINISTRY, OF_AN_OFFICE, OWNER, SIGNED_IN, Address


def _offer(world) -> dict:
    return {"key": world.sent_offer.key}


OFFERS = {
    "offers:mine": Address(SIGNED_IN),
    "offers:offer": Address(OWNER, _offer),
    "offers:account": Address(OWNER, _offer, "post"),
    "offers:consent": Address(OWNER, lambda world: {"key": world.agreed_offer.key}),
    "offers:genuine": Address(EVERYBODY),
    "offers:funnel": Address(EVERYBODY),
    "offers:open_data": Address(EVERYBODY),
    "offers:calls": Address(OF_AN_OFFICE),
    "offers:call": Address(HERE - {"approver"}, lambda world: {"key": world.offer_call.key}),
    "offers:letter": Address(HERE - {"approver"}, lambda world: {"key": world.letter_to_post.key}),
    "offers:ministry": Address(MINISTRY),
}
