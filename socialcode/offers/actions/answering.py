"""What the person says to an offer: yes, no, later; and what takes an answer back."""

import datetime

from django.utils import timezone
from django.utils.translation import get_language

from socialcode.audit.kinds import EventKind
from socialcode.audit.models import type_of
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.engine.days import days_after
from socialcode.engine.registry import registry
from socialcode.offers import calling, policies, tasks
from socialcode.offers.models import CallTask, Offer, OfferedRight
from socialcode.offers.models.offer import OPEN
from socialcode.offers.moves import check_move, locked, move
from socialcode.people.models import Consent
from socialcode.waking import wake

State, Outcome = Offer.State, OfferedRight.Outcome
PURPOSE = "claim_offered"
TEXT_VERSION = "offer-2026-11"


@change
def answer(*, offer, says, channel, evidence, by=None, iban=None, at=None, words=None):  # noqa: PLR0913 - by keyword
    """Keep what the person says to an offer: "yes" or "no". The same once more changes nothing.

    channel     on which way they said it (`Offer.Channel`); `by` is who is signed in, None of a message
    evidence    how one knows, as JSON: the message and its words, or the page and its text
    iban        the account they named with it, empty where they said that the shown one is not theirs; None for the one
                whose last digits they were shown
    words       what they were shown where it was not the message, in the language of now
    at          when they said it, where that was earlier; the day of a yes is the day on which they applied

    A yes is kept as a consent, and the claims follow by themselves. It takes a no back as long as the right is there.
    What was said before the answer that holds does not undo it: a message may wait long.
    """
    offer = locked(offer)
    policies.check_speaks_for(offer, channel, by)
    if offer.state == says:
        return offer
    policies.check_is_the_last_word(offer, at)
    check_move(offer, says)
    if offer.state == State.NO:
        policies.check_may_still_undo(offer)
    said = {"answered_at": at or timezone.now(), "answered_by": channel}
    if says == State.YES:
        if iban is not None:
            said["iban"] = iban
        said["consent"] = _consent(offer, channel, evidence, said["answered_at"], words)
    move(offer, says, **said)
    calling.no_more(offer)
    if says == State.YES:
        offer.rights.update(outcome=Outcome.WAITING)
        wake(tasks.fulfil_offers)
    record(EventKind.OFFER_ANSWERED, on=offer, by=by, outcome=says, chosen=channel)
    return offer


@change
def put_off(*, offer, by):
    """Remind later, as the person wishes: tomorrow, by the one reminder."""
    offer = locked(offer)
    policies.check_speaks_for(offer, Offer.Channel.PORTAL, by)
    policies.check_is_open(offer)
    offer.remind_on, offer.reminded_at = days_after(timezone.localdate(), 1), None
    offer.save(update_fields=["remind_on", "reminded_at"])
    record(EventKind.OFFER_PUT_OFF, on=offer, by=by, until=offer.remind_on)
    return offer


@change
def give_account(*, offer, iban, channel, by):
    """Name the account for an offer that was agreed to; what waited for it goes on. Twice is once."""
    offer = locked(offer)
    policies.check_speaks_for(offer, channel, by)
    policies.check_waits_for_account(offer)
    if offer.iban == iban and not offer.rights.filter(outcome=Outcome.NO_ACCOUNT).exists():
        return offer
    offer.iban = iban
    offer.save(update_fields=["iban"])
    offer.rights.filter(outcome=Outcome.NO_ACCOUNT).update(outcome=Outcome.WAITING, fulfilled_at=None, is_live=True)
    calling.no_more(offer, CallTask.Reason.NO_ACCOUNT)
    record(EventKind.OFFER_ACCOUNT_NAMED, on=offer, by=by)
    wake(tasks.fulfil_offers)
    return offer


@change
def note_unclear(*, offer):
    """Keep that somebody answered and nobody could read it; an answer that holds stays as it is."""
    offer = locked(offer)
    if offer.state in OPEN and offer.state not in (State.PREPARED, State.UNCLEAR):
        move(offer, State.UNCLEAR)
    return offer


def _consent(offer: Offer, channel: str, evidence: dict, at: datetime.datetime, words: str | None) -> Consent:
    rules = [registry.provision(name) for name in offer.rights.order_by("pk").values_list("provision", flat=True)]
    given = Consent.objects.create(
        about_type=type_of(offer),
        about_key=str(offer.pk),
        person=offer.person,
        purpose=PURPOSE,
        scope=sorted({fact.name for one in rules for fact in one.facts.values()}),
        text_version=TEXT_VERSION,
        text=words or offer.text,
        language=get_language() if words else offer.language,
        channel=channel,
        evidence=evidence | {"payments": sorted({one.name for one in rules})},
        given_at=at,
    )
    record(EventKind.CONSENT_GIVEN, on=offer, by=None, purpose=PURPOSE, version=TEXT_VERSION)
    return given
