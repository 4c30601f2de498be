"""An award is changed by two persons: an officer proposes, others agree or return, and then it takes effect once."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from socialcode.accounts.second_person import is_settled
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.decisions.approving import approvers_by_amount
from socialcode.decisions.computing import Computed
from socialcode.decisions.models import Approval, Assessment, Decision
from socialcode.people.models import Person
from socialcode.refusal import check_reason
from socialcode.shown import check_shown, stamp_of

from .. import policies
from ..models import Award, Change, Circumstance
from ..models.term import row_of
from ..planning import Plan, Wish, days_kept, plan, stands_on
from ..reassessing import keep
from ..settling import settle

Kind, State = Change.Kind, Change.State


@dataclass(frozen=True)
class Proposal:
    """An act with all that its decision needs: why, who receives the money then and where, and who caused what was paid
    too much. New terms come from an outcome: worked out for this act (`computed`, kept with it), or kept already with
    another decision, as the answer to a complaint (`assessment`). `is_by_contract`: the room of the contract with an
    employer wants it, because a month was proved or the contract ends."""

    wish: Wish
    reason: str
    computed: Computed | None = None
    assessment: Assessment | None = None
    payee: Person | None = None
    iban: str = ""
    fault: str = ""
    circumstance: Circumstance | None = None
    is_by_contract: bool = False

    @property
    def has_outcome(self) -> bool:
        """Whether it says what new terms come from."""
        return bool(self.computed or self.assessment)

    def stands_on(self, award: Award) -> Assessment:
        """The assessment of its decision: that of its outcome, kept if it is new; else the award's newest."""
        return keep(award, self.computed) if self.computed else self.assessment or stands_on(award)


def locked(award: Award) -> Award:
    """The award as it stands now, held until this change is done."""
    return Award.objects.select_for_update(of=("self",)).get(pk=award.pk)


@change
def propose(*, award, proposal, by, shown=None):
    """Propose to change, pause, end or go on with an award, or to pay somebody else. Nothing changes until enough other
    people agree.

    `shown` is the stamp of the plan that the officer was shown (`shown_to_propose`).
    """
    award = locked(award)
    policies.check_can_propose(award, by)
    policies.check_proposal(award, proposal)
    found = plan(award, proposal.wish)
    check_shown(shown, shown_to_propose(award, found))
    check_reason(proposal.reason)
    decision = _decide(award, proposal, found, by)
    wish = proposal.wish
    made = Change.objects.create(
        award=award,
        decision=decision,
        kind=wish.kind,
        article=wish.ground.article if wish.ground else _article(wish),
        sentence=wish.ground.sentence if wish.ground else "",
        days=days_kept(wish.days),
        first_day=found.first_day,
        terms=[row_of(one) for one in found.stretches],
        pause=wish.pause,
        payee=proposal.payee,
        iban=proposal.iban,
        fault=proposal.fault,
        circumstance=proposal.circumstance,
    )
    record(
        EventKind.AWARD_CHANGE_PROPOSED, on=award, by=by, act=wish.kind, since=found.first_day, reason=decision.reason
    )
    return made


@change
def approve(*, change, by, shown=None):
    """Another person agrees. With the last one needed the change takes effect: terms, notice and overpayment in one
    step."""
    award = locked(change.award)
    change = _waiting(change)
    change.award = award
    policies.check_can_answer_change(change, by)
    check_shown(shown, shown_to_approve(change))
    approval = Approval.objects.create(decision=change.decision, verdict=Approval.Verdict.AGREE, by=by)
    record(EventKind.DECISION_APPROVED, on=award, by=by)
    if is_settled(change.decision.approvals.filter(verdict="agree").count(), change.decision.approvers_needed):
        settle(change, by)
    return approval


@change
def send_back(*, change, reason, by, shown=None):
    """Another person does not agree and says why: nothing changes."""
    award = locked(change.award)
    change = _waiting(change)
    policies.check_can_answer_change(change, by)
    check_shown(shown, shown_to_approve(change))
    check_reason(reason)
    approval = Approval.objects.create(
        decision=change.decision, verdict=Approval.Verdict.RETURN, reason=reason.strip(), by=by
    )
    _end_without_effect(change, State.RETURNED)
    record(EventKind.DECISION_RETURNED, on=award, by=by, reason=approval.reason)
    return approval


@change
def recall(*, change, reason, by):
    """Who proposed a change takes it back before it is settled."""
    award = locked(change.award)
    change = _waiting(change)
    policies.check_can_recall_change(change, by)
    check_reason(reason)
    _end_without_effect(change, State.RECALLED)
    record(EventKind.DECISION_RECALLED, on=award, by=by, reason=reason.strip())
    return change


def shown_to_propose(award: Award, found: Plan) -> str:
    """The stamp of what an officer proposes on: the award as it stands, and what the act would make of it."""
    return stamp_of(award, found.first_day, found.before, found.after)


def shown_to_approve(change: Change) -> str:
    """The stamp of what another person agrees to."""
    return stamp_of(change, change.award.until, change.award.state, change.award.iban)


def _decide(award: Award, proposal: Proposal, found: Plan, by) -> Decision:
    wish = proposal.wish
    newest = found.stretches[-1] if found.stretches else None
    return Decision.objects.create(
        award=award,
        assessment=proposal.stands_on(award),
        kind=DECIDES.get(wish.kind, Decision.Kind.CHANGE),
        amount=newest.gross if newest else None,
        in_hand=newest.in_hand if newest else None,
        starts_on=found.first_day,
        reason=proposal.reason.strip(),
        approvers_needed=approvers_by_amount(newest.gross if newest else Decimal(0), timezone.localdate()),
        decided_by=by,
    )


DECIDES: Mapping[str, Any] = {
    Kind.PAUSE: Decision.Kind.PAUSE,
    Kind.RESUME: Decision.Kind.RESUME,
    Kind.END: Decision.Kind.END,
}


def _article(wish: Wish) -> str:
    return wish.pause.article if wish.pause else ""


def _waiting(change: Change) -> Change:
    return Change.objects.select_for_update(of=("self",)).select_related("decision", "award", "pause").get(pk=change.pk)


def _end_without_effect(change: Change, state: str) -> None:
    change.state, change.settled_at = state, timezone.now()
    change.save(update_fields=["state", "settled_at"])
