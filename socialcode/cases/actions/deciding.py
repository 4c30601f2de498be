"""A decision by two persons: an officer decides, others agree or return, and then it takes effect once."""

from django.utils import timezone

from socialcode.accounts.second_person import is_settled
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.granting import drafted, make
from socialcode.broken_constraint import change
from socialcode.cases import assessing, one_right, policies
from socialcode.cases.access import reader_of
from socialcode.cases.approvers import Proposed, needed
from socialcode.cases.assessing import asked_of, compute, keep, provision_of
from socialcode.cases.models import Claim, News
from socialcode.cases.ruling import check_all_seen, check_ruling, parts_open
from socialcode.cases.telling import tell
from socialcode.decisions.deviation import between
from socialcode.decisions.models import Approval, Decision
from socialcode.law.values import values_on
from socialcode.notices.actions import queue_notice
from socialcode.refusal import check_reason
from socialcode.shown import check_shown, stamp, stamp_of

from .moving import locked, move

Kind, Status = Decision.Kind, Claim.Status


@change
def decide(*, claim, ruling, by, shown=None):
    """Decide on a claim from a fresh assessment. Takes effect only when enough other people agree (see `approve`).

    `shown` is the stamp of the outcome that the officer was shown (`shown_to_decide`).
    """
    claim = locked(claim)
    policies.check_can_decide(claim, by)
    one_right.settle(claim)
    computed = compute(claim)
    check_shown(shown, shown_to_decide(claim, computed))
    assessment = keep(claim, computed)
    kind, found = ruling.kind, computed.explanation
    if kind != Kind.REFUSE:
        one_right.check_may_be_granted(claim, found)
    check_ruling(claim, assessment, ruling, found)
    granted = None if kind == Kind.REFUSE else (assessment.amount if ruling.amount is None else ruling.amount)
    decision = Decision.objects.create(
        claim=claim,
        assessment=assessment,
        kind=kind,
        amount=granted,
        in_hand=found.in_hand_of(granted),
        starts_on=None if kind == Kind.REFUSE else found.starts_on,
        ends_on=None if kind == Kind.REFUSE else found.ends_on,
        unmet=[] if kind == Kind.GRANT else assessment.explanation["unmet"],
        reason=ruling.reason.strip(),
        override_reason=ruling.override_reason.strip(),
        despite=ruling.despite.strip() if kind != Kind.REFUSE and parts_open(claim) else "",
        approvers_needed=needed(
            Proposed(claim, between(found.amount, granted)), values_on(timezone.localdate())
        ).persons,
        decided_by=by,
    )
    decision.refresh_from_db(fields=["starts_on", "ends_on"])  # an explanation keeps days as text
    move(claim, Status.APPROVAL, expected=found.amount)
    record(
        EventKind.CLAIM_DECIDED, on=claim, by=by, outcome=kind, amount=granted, override=bool(ruling.override_reason)
    )
    return decision


@change
def approve(*, decision, by, shown=None):
    """Another person agrees. With the last one needed the decision takes effect: status, award, letter, in one step.

    `shown` is the stamp of what they were shown (`shown_to_approve`): another decision is not agreed to.
    """
    claim = decision.claim = locked(decision.claim)
    policies.check_can_approve(decision, by)
    check_shown(shown, shown_to_approve(decision))
    one_right.settle(claim)
    if decision.kind != Kind.REFUSE:
        one_right.check_may_be_granted(claim)
        check_all_seen(claim)
    approval = Approval.objects.create(decision=decision, verdict=Approval.Verdict.AGREE, by=by)
    record(EventKind.DECISION_APPROVED, on=claim, by=by)
    agreed = decision.approvals.filter(verdict=Approval.Verdict.AGREE).count()
    if is_settled(agreed, decision.approvers_needed):
        take_effect(claim, decision, by)
    return approval


@change
def send_back(*, decision, reason, by, shown=None):
    """Another person does not agree and says why: the claim goes back to the officer."""
    claim = decision.claim = locked(decision.claim)
    policies.check_can_approve(decision, by)
    check_shown(shown, shown_to_approve(decision))
    check_reason(reason)
    approval = Approval.objects.create(decision=decision, verdict=Approval.Verdict.RETURN, reason=reason.strip(), by=by)
    move(claim, Status.IN_REVIEW)
    record(EventKind.DECISION_RETURNED, on=claim, by=by, reason=approval.reason)
    tell(claim, News.Kind.RETURNED, f"{by.full_name}: {approval.reason}")
    return approval


def shown_to_decide(claim: Claim, computed: assessing.Computed) -> str:
    """The stamp of what an officer decides on: the computed outcome, the answers, and who would be paid where."""
    return stamp(claim, assessing.stamp(computed), sorted(claim.answers.items()), *_paid(claim), claim.acting_id)


def shown_to_approve(decision: Decision) -> str:
    """The stamp of what another person agrees to: the decision, what it stands on, and who would be paid where."""
    return stamp_of(decision, decision.assessment_id, *_paid(decision.claim))


def _paid(claim: Claim) -> tuple:
    """Who would be paid, for whom and where."""
    return claim.iban, claim.account_reason, claim.organisation_id, claim.subject_id, claim.named_id


def take_effect(claim: Claim, decision: Decision, by) -> None:
    """Let a decision that enough people agreed to, or the rule, take effect: status, award and letter."""
    if decision.kind == Kind.REFUSE:
        move(claim, Status.REFUSED)
    else:
        move(claim, Status.GRANTED)
        award = drafted(asked=asked_of(claim), decision=decision)
        make(award=award, about=claim.number, by=by)
    queue_notice(
        f"decision_{decision.kind}",
        to=reader_of(claim),
        about=claim,
        letter=claim.office,
        claim=claim,
        decision=decision,
        provision=provision_of(claim),
        complaint_months=int(values_on(timezone.localdate()).value("complaint_months")),
    )
