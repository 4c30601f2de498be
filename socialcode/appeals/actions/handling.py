"""What the offices do before the answer: take, give to an officer, send on to the higher office, be late."""

from django.utils import timezone

from socialcode.appeals import policies, terms
from socialcode.appeals.models import Proceeding
from socialcode.appeals.telling import tell_office, tell_one
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.cases.access import reader_of
from socialcode.notices.actions import queue_notice
from socialcode.refusal import check_reason

from .moving import locked, move

State = Proceeding.State


@change
def take(*, proceeding, by):
    """An officer who took no part in the decision takes the complaint."""
    proceeding = locked(proceeding)
    policies.check_can_take(proceeding, by)
    move(proceeding, proceeding.state, assigned_to=by)
    record(EventKind.APPEAL_TAKEN, on=proceeding.claim, by=by, number=proceeding.number)
    return proceeding


@change
def assign(*, proceeding, to, by):
    """The head of the office gives it to an officer who took no part."""
    proceeding = locked(proceeding)
    policies.check_can_assign(proceeding, to, by)
    move(proceeding, proceeding.state, assigned_to=to)
    record(EventKind.APPEAL_ASSIGNED, on=proceeding.claim, by=by, number=proceeding.number, to=str(to))
    tell_one(proceeding, to, proceeding.appeal.text, by=by)
    return proceeding


@change
def send_on(*, proceeding, reason, by):
    """The office that decided does not set its decision right: the complaint goes to the higher one, with why."""
    proceeding = locked(proceeding)
    policies.check_can_send_on(proceeding, by)
    check_reason(reason)
    return _sent_on(proceeding, by, reason.strip())


@change
def end_days(*, proceeding):
    """The last day has passed: the complaint goes to the higher office, or climbs to the head of the one that has it.

    Once, however often it is called. The person is told, for silence is a refusal that a court may look at.
    """
    proceeding = locked(proceeding)
    if not proceeding.is_late:
        return proceeding
    if policies.may_only_set_right(proceeding):
        return _sent_on(proceeding, None, "")
    if not proceeding.is_escalated:
        move(proceeding, proceeding.state, is_escalated=True)
        told = {"number": proceeding.number, "due_on": proceeding.due_on, "office": proceeding.office.code}
        record(EventKind.APPEAL_LATE, on=proceeding.claim, by=None, **told)
        tell_office(proceeding, proceeding.appeal.text)
        queue_notice("appeal_late", **_to_the_person(proceeding))
    return proceeding


def _sent_on(proceeding: Proceeding, by, reason: str) -> Proceeding:
    """An answer that nobody agreed to in time falls away: the higher office writes its own."""
    office, now = terms.higher_than(proceeding.office), timezone.now()
    move(
        proceeding,
        State.SENT_ON,
        office=office,
        assigned_to=None,
        sent_on_at=now,
        due_on=terms.answer_by(timezone.localdate(now)),
        reason=reason,
    )
    told = {"number": proceeding.number, "office": office.code, "due_on": proceeding.due_on, "reason": reason}
    record(EventKind.APPEAL_SENT_ON, on=proceeding.claim, by=by, **told)
    tell_office(proceeding, proceeding.appeal.text)
    queue_notice("appeal_sent_on", **_to_the_person(proceeding))
    return proceeding


def _to_the_person(proceeding: Proceeding) -> dict:
    """Who is told, and what a notice about a complaint names."""
    claim = proceeding.claim
    named = {"proceeding": proceeding, "claim": claim, "court_months": terms.court_months()}
    return {"to": reader_of(claim), "about": proceeding, **named}
