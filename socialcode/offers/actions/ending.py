"""An offer without an answer ends, and so does one of what nobody has a right to any more. Anybody may still apply."""

from collections.abc import Mapping, Sequence

from django.utils import timezone

from socialcode.accounts.models import Office
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record, record_each
from socialcode.broken_constraint import change
from socialcode.notices import letters
from socialcode.notices.texts import written
from socialcode.offers import calling, wording
from socialcode.offers.models import CallTask, Offer
from socialcode.offers.moves import locked, move, move_each
from socialcode.offers.terms import VISIT, Terms

State, Reason, Way = Offer.State, CallTask.Reason, CallTask.Way


@change
def expire(*, offer):
    """End an offer whose last day has passed without an answer, and have the office visit the person or post them the
    letter that is issued here, where the settings say so."""
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
        office = calling.ask(offer.person, Reason.SILENT, offer=offer, way=way)
        if office and way == Way.LETTER and offer.notice:
            _write_letter(offer, office)
    return offer


def _write_letter(offer: Offer, office: Office) -> None:
    rights = list(offer.rights.select_related("subject").order_by("pk"))
    text = written("offer", "letter", offer.language, wording.named(offer, rights))
    letters.issue(offer.notice, office=office, number=offer.code, text=text)


def take_back(offers: Sequence[Offer], reasons: Mapping[int, str]) -> None:
    """Offer no longer, in the caller's change, what nobody has answered, such as after a death: locked open offers;
    `reasons` are one word why, by their numbers."""
    move_each(offers, State.WITHDRAWN)
    record_each(EventKind.OFFER_TAKEN_BACK, of=[(offer, {"reason": reasons[offer.pk]}) for offer in offers], by=None)
