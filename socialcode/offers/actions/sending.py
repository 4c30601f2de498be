"""Telling somebody of an offer: once, with one reminder, and one question where nobody could read the answer."""

from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.engine.days import days_after
from socialcode.notices.actions import queue_notice
from socialcode.notices.models import Delivery
from socialcode.offers import calling, clock, wording
from socialcode.offers.actions.ending import take_back
from socialcode.offers.barring import why_not
from socialcode.offers.models import CallTask, Offer
from socialcode.offers.moves import locked, move
from socialcode.offers.terms import Terms

State, Reason = Offer.State, CallTask.Reason


@change
def send(*, offer):
    """Tell the person of a prepared offer now, or put it off to when they may be written to. What bars it since it was
    prepared takes it back."""
    offer = locked(offer)
    if offer.state != State.PREPARED:
        return offer
    if why := why_not(offer):
        return take_back(offer=offer, reason=why)
    if (later := _may_go_at(offer)) > timezone.now():
        offer.send_after = later
        offer.save(update_fields=["send_after"])
        return offer
    rights = list(offer.rights.order_by("pk"))
    _set_days(offer, rights)
    notice = queue_notice(
        "offer",
        to=offer.person,
        about=offer,
        answer_by=offer.valid_until,
        is_bulk=True,
        **wording.named(offer, rights),
    )
    sms = notice.deliveries.filter(channel=Delivery.Channel.SMS).first()
    told = {"text": sms.text if sms else notice.text, "language": notice.language}
    move(offer, State.QUEUED, notice=notice, valid_until=offer.valid_until, remind_on=offer.remind_on, **told)
    if not notice.deliveries.exists():
        calling.ask(offer.person, Reason.NO_NUMBER, offer=offer)
    return offer


@change
def remind(*, offer):
    """Remind once of an offer without an answer, when the person may be written to."""
    offer = locked(offer)
    today = timezone.localdate()
    is_due = offer.is_open and offer.state != State.PREPARED and offer.reminded_at is None
    if not is_due or offer.valid_until < today or _may_go_at(offer) > timezone.now():
        return offer
    if why := why_not(offer):
        return take_back(offer=offer, reason=why)
    rights = list(offer.rights.order_by("pk"))
    named = wording.named(offer, rights)
    offer.reminder = queue_notice(
        "offer_reminder", to=offer.person, about=offer, answer_by=offer.valid_until, is_bulk=True, **named
    )
    offer.reminded_at = timezone.now()
    offer.save(update_fields=["reminder", "reminded_at"])
    record(EventKind.PERSON_REMINDED, on=offer, by=None)
    return offer


@change
def ask_again(*, offer, said):
    """Ask once what an answer meant that nobody could read; the second time an officer calls."""
    offer = locked(offer)
    if not offer.is_open:
        return offer
    if offer.asked_again_at is None:
        rights = list(offer.rights.order_by("pk"))
        queue_notice("offer_unclear", to=offer.person, about=offer, **wording.named(offer, rights))
        offer.asked_again_at = timezone.now()
        offer.save(update_fields=["asked_again_at"])
    else:
        calling.ask(offer.person, Reason.UNCLEAR, offer=offer, said=said)
    return offer


def _set_days(offer: Offer, rights) -> None:
    """The days to answer run from when the person is told."""
    today = timezone.localdate()
    terms = Terms.of_each({right.provision for right in rights}, today).values()
    offer.valid_until = days_after(today, min(one.answer_days for one in terms))
    offer.remind_on = days_after(today, min(one.remind_days for one in terms))


def _may_go_at(offer: Offer):
    """When the person may be written to: not at night, and 24 hours after whatever was sent to them last."""
    now = timezone.now()
    since = now - clock.DAY
    sent = Delivery.objects.filter(notice__to=offer.person, sent_at__gt=since).exclude(urgency=Delivery.Urgency.CODE)
    last = sent.order_by("-sent_at").values_list("sent_at", flat=True).first()
    return clock.when_awake(last + clock.DAY if last else now, offer.region)
