"""What the calendar does to a claim: the person is reminded, the days of an answer end, a late claim climbs."""

from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.cases import telling
from socialcode.cases.access import reader_of
from socialcode.cases.models import Claim, Hearing, InformationRequest, News
from socialcode.law.working_days import working_days_after
from socialcode.notices.actions import queue_notice

from .moving import locked, move

STORED = {InformationRequest: "correction", Hearing: "hearing"}  # as events and notices have called them from the first


@change
def end_term(*, waiting):
    """The days to answer a request for information or a hearing are over: the claim goes back to the officer."""
    claim = locked(waiting.claim)
    waiting.refresh_from_db()
    if waiting.closed_at is None:
        move(claim, Claim.Status.IN_REVIEW, stood_until=waiting.due_on)
        waiting.closed_at = timezone.now()
        waiting.save(update_fields=["closed_at"])
        record(EventKind.TERM_ENDED, on=claim, by=None, waited_for=STORED[type(waiting)])
        telling.tell(claim, News.Kind.TERM_OVER)
    return claim


@change
def tell(*, waiting, told_on, days):
    """The person was told of a request for information or a hearing: their days to answer begin."""
    locked(waiting.claim)
    waiting.refresh_from_db()
    if waiting.closed_at is None and waiting.told_on is None:
        waiting.told_on = told_on
        waiting.due_on = max(waiting.due_on, working_days_after(told_on, days))
        waiting.save(update_fields=["told_on", "due_on"])
    return waiting


@change
def remind(*, waiting):
    """Remind the person once that an answer to a request for information or a hearing is awaited."""
    claim = locked(waiting.claim)
    waiting.refresh_from_db()
    if waiting.closed_at is None and waiting.reminded_at is None:
        waiting.reminded_at = timezone.now()
        waiting.save(update_fields=["reminded_at"])
        awaited = STORED[type(waiting)]
        record(EventKind.PERSON_REMINDED, on=claim, by=None, waited_for=awaited, due_on=waiting.due_on)
        named = {"claim": claim, "waiting": waiting}
        queue_notice(f"reminder_{awaited}", to=reader_of(claim), about=claim, answer_by=waiting.due_on, **named)
    return waiting


@change
def escalate(*, claim):
    """The day to decide has passed: the claim climbs to the head of the office. Once; somebody else's turn does not."""
    claim = locked(claim)
    late = Claim.objects.overdue(timezone.localdate()).filter(pk=claim.pk).exists()
    if late and not claim.is_escalated:
        claim.is_escalated = True
        claim.save(update_fields=["is_escalated"])
        record(EventKind.CLAIM_ESCALATED, on=claim, by=None, due_on=claim.due_on, office=claim.office.code)
    return claim
