"""An offer without an answer ends, and so does one of what nobody has a right to any more. Anybody may still apply."""

from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.offers import calling
from socialcode.offers.models import CallTask, Offer
from socialcode.offers.moves import locked, move
from socialcode.offers.terms import VISIT, Terms

State, Reason, Way = Offer.State, CallTask.Reason, CallTask.Way


@change
def expire(*, offer):
    """End an offer whose last day has passed without an answer, and call for a visit where the settings say so."""
    offer = locked(offer)
    today = timezone.localdate()
    if not offer.is_open or offer.valid_until >= today:
        return offer
    was_asked = offer.state != State.PREPARED
    move(offer, State.EXPIRED)
    record(EventKind.OFFER_EXPIRED, on=offer, by=None)
    names = set(offer.rights.values_list("provision", flat=True))
    follows = {each.after_silence for each in Terms.of_each(names, today).values()}
    if was_asked and any(follows):
        way = Way.VISIT if VISIT in follows else Way.LETTER
        calling.ask(offer.person, Reason.SILENT, offer=offer, way=way)
    return offer


@change
def take_back(*, offer, reason):
    """Offer something no longer that nobody has answered, such as after a death."""
    offer = locked(offer)
    if offer.is_open:
        move(offer, State.WITHDRAWN)
        record(EventKind.OFFER_TAKEN_BACK, on=offer, by=None, reason=reason)
    return offer
