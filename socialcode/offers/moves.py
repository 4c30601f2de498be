"""From where to where an offer goes: each move has its moment, and whoever comes second sees what the first did."""

from collections.abc import Collection, Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.refusal import NotAllowedError

from .models import Offer
from .models.offer import TIMES

State = Offer.State
AT_ONCE = 100  # rows of one update: it compares each row with all of them
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


def locked_each(numbers: Collection[int]) -> list[Offer]:
    """The same of many offers, by their numbers."""
    held = Offer.objects.select_for_update(of=("self",)).select_related("person")
    return list(held.filter(pk__in=numbers).order_by("pk"))


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


def move_each(offers: Collection[Offer], to: str, *changed: str) -> None:
    """Move locked offers at one moment; `changed` are the fields that were set on them besides."""
    now, moment = timezone.now(), TIMES[to]
    for offer in offers:
        check_move(offer, to)
        offer.state = to
        setattr(offer, moment, now)
    keep(offers, "state", moment, *changed)


def keep(offers: Iterable[Offer], *fields: str) -> None:
    """Store these fields of many locked offers."""
    Offer.objects.bulk_update(offers, fields, batch_size=AT_ONCE)
