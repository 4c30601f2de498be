"""The answer to a complaint, by two persons who took no part before: one writes it, another agrees or returns it."""

from django.utils import timezone

from socialcode.accounts.second_person import is_settled
from socialcode.appeals import policies, terms
from socialcode.appeals.effects import take_effect
from socialcode.appeals.models import Proceeding
from socialcode.appeals.telling import tell_one
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.cases.access import reader_of
from socialcode.cases.assessing import compute, keep
from socialcode.cases.assessing import stamp as stamp_of_outcome
from socialcode.decisions.models import Approval, Decision
from socialcode.notices.actions import queue_notice
from socialcode.refusal import check_reason
from socialcode.shown import check_shown, stamp, stamp_of

from .moving import close, locked, move

State, Kind = Proceeding.State, Decision.Kind
BECOMES = {Kind.GRANT: State.UPHELD, Kind.PARTLY: State.PARTLY, Kind.REFUSE: State.REFUSED}


@change
def decide(*, proceeding, kind, reason, by, shown=None):
    """Write the answer, on a fresh assessment of what is known today. It takes effect once another person agrees.

    `kind` says whether the complaint is right, in part, or not; `shown` is the stamp of what the officer was shown.
    """
    proceeding = locked(proceeding)
    policies.check_can_answer(proceeding, kind, reason, by)
    computed = compute(proceeding.claim)
    check_shown(shown, shown_to_decide(proceeding, computed))
    answer = Decision.objects.create(
        appeal=proceeding.appeal,
        assessment=keep(proceeding.claim, computed, appeal=proceeding.appeal),
        kind=kind,
        reason=reason.strip(),
        decided_by=by,
    )
    move(proceeding, State.APPROVAL)
    record(EventKind.APPEAL_ANSWERED, on=proceeding.claim, by=by, number=proceeding.number, outcome=kind)
    return answer


@change
def agree(*, proceeding, by, shown=None):
    """Another person agrees: the answer takes effect, and the letter goes out, in one step."""
    proceeding = locked(proceeding)
    answer = proceeding.answer
    policies.check_can_agree(proceeding, answer, by)
    check_shown(shown, shown_to_agree(proceeding, answer))
    Approval.objects.create(decision=answer, verdict=Approval.Verdict.AGREE, by=by)
    record(EventKind.APPEAL_AGREED, on=proceeding.claim, by=by, number=proceeding.number, outcome=answer.kind)
    agreed = answer.approvals.filter(verdict=Approval.Verdict.AGREE).count()
    if is_settled(agreed, answer.approvers_needed):
        close(proceeding, BECOMES[answer.kind])
        take_effect(proceeding, answer, by)
        _tell_person(proceeding, answer)
    return proceeding


@change
def send_back(*, proceeding, reason, by, shown=None):
    """Another person does not agree and says why: the complaint goes back to its officer."""
    proceeding = locked(proceeding)
    answer = proceeding.answer
    policies.check_can_agree(proceeding, answer, by)
    check_shown(shown, shown_to_agree(proceeding, answer))
    check_reason(reason)
    Approval.objects.create(decision=answer, verdict=Approval.Verdict.RETURN, reason=reason.strip(), by=by)
    move(proceeding, State.SENT_ON if proceeding.sent_on_at else State.RECEIVED)
    told = {"number": proceeding.number, "reason": reason.strip()}
    record(EventKind.APPEAL_RETURNED, on=proceeding.claim, by=by, **told)
    tell_one(proceeding, proceeding.assigned_to, f"{by.full_name}: {reason.strip()}")
    return proceeding


def shown_to_decide(proceeding: Proceeding, computed) -> str:
    """The stamp of what an officer answers to: the complaint with its papers, and what is computed today."""
    papers = list(proceeding.appeal.evidence.order_by("pk").values_list("pk", flat=True))
    return stamp(proceeding, proceeding.appeal.text, papers, stamp_of_outcome(computed))


def shown_to_agree(proceeding: Proceeding, answer: Decision | None) -> str:
    """The stamp of what another person agrees to."""
    return stamp_of(answer, proceeding.state) if answer else ""


def _tell_person(proceeding: Proceeding, answer: Decision) -> None:
    claim = proceeding.claim
    queue_notice(
        "appeal_answered",
        to=reader_of(claim),
        about=proceeding,
        letter=proceeding.office,
        proceeding=proceeding,
        claim=claim,
        answer=answer,
        answered_on=timezone.localdate(),
        court_months=terms.court_months(),
    )
