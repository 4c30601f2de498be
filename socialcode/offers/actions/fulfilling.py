"""From a yes to a claim and a decision: one right in one change, so that it is made once or not at all."""

from django.utils import timezone, translation

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.cases.actions import consented
from socialcode.cases.actions.applying import Wish
from socialcode.cases.assessing import compute
from socialcode.cases.models import Claim
from socialcode.engine.explanation import Explanation
from socialcode.engine.registry import registry
from socialcode.notices.actions import queue_notice
from socialcode.offers import calling
from socialcode.offers.models import CallTask, Offer, OfferedRight
from socialcode.offers.moves import locked
from socialcode.offers.terms import Terms
from socialcode.refusal import attempt
from socialcode.templatetags.portal import money

State, Outcome, Reason = Offer.State, OfferedRight.Outcome, CallTask.Reason
CALLS = {Outcome.NO_ACCOUNT: Reason.NO_ACCOUNT, Outcome.QUESTIONS: Reason.INCOMPLETE, Outcome.FAILED: Reason.FAILED}
TOLD = (Outcome.HAD, Outcome.CHANGED, Outcome.QUESTIONS, Outcome.NO_ACCOUNT, Outcome.FAILED)
SHARES = 10_000  # into so many parts the drawing at random is fine


@change
def fulfil(*, right: OfferedRight) -> OfferedRight:
    """Make the claim of a right that was agreed to, on what registers say now, and decide it by the rule where the
    settings say so. What has changed since the offer is told, and goes to an officer. Done once, however often."""
    offer = locked(Offer(pk=right.offer_id))
    right = OfferedRight.objects.select_for_update(of=("self",)).select_related("person", "subject").get(pk=right.pk)
    if offer.state != State.YES or right.outcome != Outcome.WAITING:
        return right
    right.offer = offer
    if registry.provision(right.provision).adds_up and not offer.iban:
        return _settle(right, Outcome.NO_ACCOUNT)
    with translation.override(offer.person.language), attempt() as tried:
        claim = consented.begin(wish=_wish(right), consent=offer.consent, iban=offer.iban)
    if not tried.is_done:
        return _settle(right, Outcome.HAD, said=tried.objection)
    return _go_on(right, claim)


@change
def give_up(*, right: OfferedRight, why: str) -> OfferedRight:
    """End a right of which the claim could not be made however often it was tried: somebody calls."""
    offer = locked(Offer(pk=right.offer_id))
    right = OfferedRight.objects.select_for_update(of=("self",)).select_related("person", "subject").get(pk=right.pk)
    if right.outcome != Outcome.WAITING:
        return right
    right.offer, right.trouble = offer, why[: OfferedRight._meta.get_field("trouble").max_length]
    return _settle(right, Outcome.FAILED)


def _wish(right: OfferedRight) -> Wish:
    """What is asked for; of situations of which no register knows, what the offer said of them."""
    facts = registry.provision(right.provision).facts
    assumed = {name: value for name, value in right.facts.items() if name in facts and facts[name].situation}
    return Wish(right.provision, right.person, right.subject, answers=assumed)


def _go_on(right: OfferedRight, claim: Claim) -> OfferedRight:
    if OfferedRight.objects.filter(claim=claim).exclude(pk=right.pk).exists():
        return _settle(right, Outcome.HAD)
    right.claim = claim
    if claim.status != Claim.Status.DRAFT:
        return _settle(right, Outcome.HAD)
    on = timezone.localdate(right.offer.answered_at)
    claim.on = on
    found = compute(claim).explanation
    if found.outcome == "likely":
        return _settle(right, Outcome.QUESTIONS)
    outcome = _who_decides(right, found)
    with translation.override(right.person.language), attempt() as tried:
        right.claim = consented.submit(claim=claim, on=on, tells=outcome == Outcome.BY_OFFICER)
    if not tried.is_done:
        right.trouble = tried.objection[:300]
        return _settle(right, Outcome.FAILED)
    if outcome == Outcome.BY_RULE:
        with attempt() as tried:
            consented.grant_by_rule(claim=right.claim)
        outcome = Outcome.BY_RULE if tried.is_done else Outcome.BY_OFFICER
    return _settle(right, outcome, found)


def _who_decides(right: OfferedRight, found: Explanation) -> str:
    """An officer, where anything is otherwise than it was offered, or by the settings; else the rule, but for a share
    that is drawn."""
    if (found.outcome, found.amount, found.in_hand) != ("entitled", right.amount, right.in_hand):
        return Outcome.CHANGED
    terms = Terms.of(right.provision, timezone.localdate())
    if not terms.is_by_rule:
        return Outcome.BY_OFFICER
    drawn = (right.offer.key.int + right.pk) % SHARES < terms.sampled_share * SHARES
    return Outcome.SAMPLED if drawn else Outcome.BY_RULE


def _settle(right: OfferedRight, outcome: str, found: Explanation | None = None, said: str = "") -> OfferedRight:
    right.outcome, right.fulfilled_at = outcome, timezone.now()
    right.save(update_fields=["outcome", "fulfilled_at", "claim", "trouble"])
    record(EventKind.OFFER_FULFILLED, on=right.offer, by=None, outcome=outcome, provision=right.provision)
    is_told = outcome in TOLD
    if outcome == Outcome.NO_ACCOUNT:
        # One account is for all rights of an offer: one message and one call, however many wait for it
        is_told = not right.offer.rights.filter(outcome=outcome).exclude(pk=right.pk).exists()
        calling.ask(right.person, CALLS[outcome], offer=right.offer)
    elif outcome in CALLS:
        calling.ask(right.person, CALLS[outcome], offer=right.offer, provision=right.provision, subject=right.subject)
    if is_told:
        now = money(found.in_hand) if found and found.outcome == "entitled" and found.in_hand is not None else ""
        about = right.claim or right.offer
        queue_notice("offer_outcome", to=right.person, about=about, right=right, now=now, said=said)
    return right
