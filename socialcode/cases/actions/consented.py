"""A claim that somebody agreed to without filling it in: begun and sent by their consent, and granted by the rule alone
where the settings of who calls and the law leave nothing to judge."""

import datetime

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.cases import one_right, policies
from socialcode.cases.access import reader_of
from socialcode.cases.assessing import compute, keep
from socialcode.cases.models import Claim
from socialcode.decisions.models import Decision
from socialcode.notices.actions import queue_notice
from socialcode.people.models import Consent

from .applying import CONSENT_PURPOSE, begun, send
from .deciding import take_effect
from .moving import locked, move

Status = Claim.Status


@change
def begin(*, wish, consent: Consent, iban: str) -> Claim:
    """Begin a claim by a consent that was given elsewhere, for the account that was named with it.

    Where the person has an open claim for the same, that one is given back; what was not sent yet goes on with this.
    """
    claim = locked(begun(wish.claim(), None))
    if claim.status != Status.DRAFT:
        return claim
    claim.iban = iban or claim.iban
    claim.save(update_fields=["iban"])
    if not claim.consents.exists():
        _follow(claim, consent)
    return claim


@change
def submit(*, claim: Claim, on: datetime.date, tells: bool) -> Claim:
    """Send a claim that somebody agreed to on the day `on`, which is the day on which they applied.

    `tells` is whether the person is told that it was received; not where the decision follows at once.
    """
    claim = locked(claim)
    claim.on = on
    one_right.settle(claim)
    send(claim=claim, by=None)
    if tells:
        queue_notice("claim_received", to=reader_of(claim), about=claim, claim=claim)
    return claim


@change
def grant_by_rule(*, claim: Claim) -> Decision:
    """Grant exactly what is computed, with nobody deciding. Refused where anything is to be judged."""
    claim = locked(claim)
    one_right.settle(claim)
    computed = compute(claim)
    found = computed.explanation
    policies.check_rule_may_grant(claim, found)
    one_right.check_may_be_granted(claim, found)
    decision = Decision.objects.create(
        claim=claim,
        assessment=keep(claim, computed),
        kind=Decision.Kind.GRANT,
        amount=found.amount,
        in_hand=found.in_hand,
        starts_on=found.starts_on,
        ends_on=found.ends_on,
        approvers_needed=0,
        is_by_rule=True,
    )
    decision.refresh_from_db(fields=["starts_on", "ends_on"])  # an explanation keeps days as text
    record(EventKind.CLAIM_DECIDED, on=claim, by=None, outcome=decision.kind, amount=decision.amount)
    take_effect(claim, decision, None)
    return decision


@change
def withdraw(*, claim: Claim, reason: str) -> bool:
    """End a claim of which the consent was taken back, whoever works on it. False where it is decided."""
    claim = locked(claim)
    if claim.status == Status.APPROVAL:
        move(claim, Status.IN_REVIEW)
    if Status.WITHDRAWN not in policies.MOVES.get(claim.status, set()):
        return False
    move(claim, Status.WITHDRAWN)
    claim.information_requests.filter(closed_at=None).update(closed_at=claim.closed_at)
    claim.hearings.filter(closed_at=None).update(closed_at=claim.closed_at)
    record(EventKind.CLAIM_WITHDRAWN, on=claim, by=None, reason=reason)
    return True


def _follow(claim: Claim, consent: Consent) -> None:
    """The same consent as a row of the claim's own: what a decision on it rests on."""
    Consent.objects.create(
        claim=claim,
        person=claim.person,
        purpose=CONSENT_PURPOSE,
        scope=consent.scope,
        text_version=consent.text_version,
        text=consent.text,
        language=consent.language,
        channel=consent.channel,
        evidence={"consent": str(consent.key)},
        given_at=consent.given_at,
    )
