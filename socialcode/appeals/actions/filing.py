"""What the person does: complain, add papers, take the complaint back. At the counter an officer writes it for them."""

from django.utils import timezone

from socialcode.appeals import policies, terms
from socialcode.appeals.models import Proceeding
from socialcode.appeals.telling import tell_office, tell_one
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.cases.access import reader_of
from socialcode.cases.actions import evidence
from socialcode.cases.models import Claim
from socialcode.decisions.models import Appeal, Decision
from socialcode.decisions.policies import is_late_to_appeal
from socialcode.notices.actions import queue_notice

from .moving import close, locked

State = Proceeding.State


@change
def file(*, decision, text, by, papers=(), late_because=""):
    """Keep a complaint with its papers (`documents.content.Paper`): it begins with the office that decided, and the
    person is told what follows. One that comes late says what kept the person from it."""
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    policies.check_can_file(decision, text, late_because, by)
    claim = Claim.objects.select_for_update(of=("self",)).get(pk=policies.claim_of(decision).pk)
    today = timezone.localdate()
    words = {"text": text.strip(), "late_because": late_because.strip() if is_late_to_appeal(decision) else ""}
    appeal = Appeal.objects.create(decision=decision, person=claim.person, filed_by=by, **words)
    proceeding = Proceeding.objects.create(
        number=f"{claim.number}/{claim.proceedings.count() + 1}",
        appeal=appeal,
        decision=decision,
        claim=claim,
        person=claim.person,
        office=claim.office,
        due_on=terms.first_due(claim.office, today),
    )
    told = {"number": proceeding.number, "reason": appeal.text, "office": claim.office.code}
    record(EventKind.APPEAL_FILED, on=claim, by=by, **told, due_on=proceeding.due_on)
    for paper in papers:
        evidence.add_to_complaint(claim=claim, appeal=appeal, paper=paper, by=by)
    tell_office(proceeding, appeal.text)
    queue_notice(
        "appeal_received",
        to=reader_of(claim),
        about=proceeding,
        proceeding=proceeding,
        claim=claim,
        last=terms.answered_by(claim.office, today),
    )
    return proceeding


@change
def add_paper(*, proceeding, paper, by):
    """One more paper, until the answer is written."""
    proceeding = locked(proceeding)
    policies.check_can_add_papers(proceeding, by)
    kept = evidence.add_to_complaint(claim=proceeding.claim, appeal=proceeding.appeal, paper=paper, by=by)
    if proceeding.assigned_to:
        tell_one(proceeding, proceeding.assigned_to, kept.document.name, by=by)
    return kept


@change
def withdraw(*, proceeding, by, reason=""):
    """End a complaint as the person wishes. While there is time, another one may follow."""
    proceeding = locked(proceeding)
    policies.check_can_withdraw(proceeding, by)
    close(proceeding, State.WITHDRAWN, reason=reason.strip())
    record(EventKind.APPEAL_WITHDRAWN, on=proceeding.claim, by=by, number=proceeding.number, reason=proceeding.reason)
    if proceeding.assigned_to:
        tell_one(proceeding, proceeding.assigned_to, str(proceeding.get_state_display()), by=by)
    queue_notice(
        "appeal_withdrawn",
        to=reader_of(proceeding.claim),
        about=proceeding,
        proceeding=proceeding,
        claim=proceeding.claim,
    )
    return proceeding
