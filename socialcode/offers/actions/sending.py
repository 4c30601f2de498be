"""Telling somebody of an offer: once, with one reminder, and one question where nobody could read the answer."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from django.db.models import Max
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record_each
from socialcode.broken_constraint import change
from socialcode.engine.days import days_after
from socialcode.law.values import values_on
from socialcode.notices.actions import Message, queue_notice, queue_notices
from socialcode.notices.models import Delivery
from socialcode.offers import calling, clock, wording
from socialcode.offers.actions.ending import take_back
from socialcode.offers.barring import why_not
from socialcode.offers.models import CallTask, Offer, OfferedRight
from socialcode.offers.models.offer import ASKED
from socialcode.offers.moves import keep, locked, locked_each, move_each
from socialcode.offers.terms import Terms

State, Reason = Offer.State, CallTask.Reason
Rights = Mapping[Offer, Sequence[OfferedRight]]


def send(*, offer: Offer) -> Offer:
    """`send_each` for one offer: as it stands then."""
    return send_each(numbers=[offer.pk])[0]


@change
def send_each(*, numbers):
    """Tell people of prepared offers (by their numbers) now, or put off to when they may be written to. What bars one
    since it was prepared takes it back. All in one change and some thirty queries, however many they are; returns the
    offers as they stand then."""
    offers = locked_each(numbers)
    ready = _not_barred([offer for offer in offers if offer.state == State.PREPARED])
    now = timezone.now()
    moments = _may_go_at(ready, now)
    later = [offer for offer in ready if moments[offer.pk] > now]
    for offer in later:
        offer.send_after = moments[offer.pk]
    keep(later, "send_after")
    if going := {offer: rights for offer, rights in ready.items() if moments[offer.pk] <= now}:
        _tell(going)
    return offers


def _tell(going: Rights) -> None:
    """Write to the persons of offers; an officer calls whom no message can reach."""
    _set_days(going)
    queued = queue_notices("offer", _messages(going))
    for offer, (notice, deliveries) in zip(going, queued, strict=True):
        sms = next((way for way in deliveries if way.channel == Delivery.Channel.SMS), None)
        offer.notice, offer.language, offer.text = notice, notice.language, sms.text if sms else notice.text
    move_each(going, State.QUEUED, "notice", "valid_until", "remind_on", "text", "language")
    for offer, (_notice, deliveries) in zip(going, queued, strict=True):
        if not deliveries:
            calling.ask(offer.person, Reason.NO_NUMBER, offer=offer)


@change
def remind_each(*, numbers):
    """Remind once of offers without an answer those who may be written to now; all in one change."""
    today, now = timezone.localdate(), timezone.now()
    asked = [offer for offer in locked_each(numbers) if offer.state in ASKED and offer.reminded_at is None]
    due = [offer for offer in asked if offer.valid_until >= today]
    moments = _may_go_at(due, now)
    going = _not_barred([offer for offer in due if moments[offer.pk] <= now])
    for offer, (notice, _ways) in zip(going, queue_notices("offer_reminder", _messages(going)), strict=True):
        offer.reminder, offer.reminded_at = notice, now
    keep(going, "reminder", "reminded_at")
    record_each(EventKind.PERSON_REMINDED, of=[(offer, {}) for offer in going], by=None)


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


def _not_barred(offers: Sequence[Offer]) -> Rights:
    """Take back those that something bars by now; the others with their rights."""
    stand = OfferedRight.objects.filter(offer__in=offers).select_related("person", "subject").order_by("pk")
    rights: dict[int, list[OfferedRight]] = {offer.pk: [] for offer in offers}
    for right in stand:
        rights[right.offer_id].append(right)
    barred = why_not([right for those in rights.values() for right in those])
    take_back([offer for offer in offers if offer.pk in barred], barred)
    return {offer: rights[offer.pk] for offer in offers if offer.pk not in barred}


def _messages(going: Rights) -> list[Message]:
    now, known = timezone.now(), cache(values_on)
    return [
        Message(
            offer.person,
            offer,
            wording.named(offer, rights),
            offer.valid_until,
            clock.next_quiet(now, offer.region, known),
        )
        for offer, rights in going.items()
    ]


def _set_days(going: Rights) -> None:
    """The days to answer run from when the person is told."""
    today = timezone.localdate()
    terms = Terms.of_each({right.provision for rights in going.values() for right in rights}, today)
    for offer, rights in going.items():
        its = [terms[right.provision] for right in rights]
        offer.valid_until = days_after(today, min(one.answer_days for one in its))
        offer.remind_on = days_after(today, min(one.remind_days for one in its))


def _may_go_at(offers: Collection[Offer], now: datetime.datetime) -> dict[int, datetime.datetime]:
    """By an offer's number when the person may be written to: now, but not at night, and 24 hours after whatever was
    sent to them last."""
    known = cache(values_on)
    sent = Delivery.objects.filter(notice__to__in={offer.person_id for offer in offers}, sent_at__gt=now - clock.DAY)
    last = dict(sent.exclude(urgency=Delivery.Urgency.CODE).values_list("notice__to").annotate(Max("sent_at")))
    free = {person: moment + clock.DAY for person, moment in last.items()}
    return {offer.pk: clock.when_awake(free.get(offer.person_id, now), offer.region, known) for offer in offers}
