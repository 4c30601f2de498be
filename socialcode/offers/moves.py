"""From where to where an offer goes: each move has its moment, and whoever comes second sees what the first did."""

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.refusal import NotAllowedError

from .models import Offer
from .models.offer import TIMES

State = Offer.State
ANSWERS = {State.UNCLEAR, State.YES, State.NO}
MOVES = {
    State.PREPARED: {State.QUEUED, State.EXPIRED, State.WITHDRAWN},
    State.QUEUED: {State.SENT, State.DELIVERED, *ANSWERS, State.EXPIRED, State.WITHDRAWN},
    State.SENT: {State.DELIVERED, *ANSWERS, State.EXPIRED, State.WITHDRAWN},
    State.DELIVERED: {*ANSWERS, State.EXPIRED, State.WITHDRAWN},
    State.UNCLEAR: {State.YES, State.NO, State.EXPIRED, State.WITHDRAWN},
    State.NO: {State.YES},  # a no is taken back by a yes
    State.EXPIRED: {State.YES, State.NO},  # an answer that comes late is an answer: the right is still there
    State.YES: {State.WITHDRAWN},  # the consent is taken back
    State.WITHDRAWN: set(),
}


def locked(offer: Offer) -> Offer:
    """The offer as it stands now, held until this change is done."""
    return Offer.objects.select_for_update(of=("self",)).select_related("person").get(pk=offer.pk)


def check_move(offer: Offer, to: str) -> None:
    if to not in MOVES[offer.state]:
        text = _("This cannot be done now: the offer is “%(state)s”. Load the page again to see where it stands.")
        raise NotAllowedError(text % {"state": offer.get_state_display()})


def move(offer: Offer, to: str, **changed) -> None:
    """Move a locked offer, with the moment of the state and what changes besides."""
    check_move(offer, to)
    if to in TIMES:
        changed.setdefault(TIMES[to], timezone.now())
    offer.state = to
    for name, value in changed.items():
        setattr(offer, name, value)
    offer.save(update_fields=["state", *changed])
