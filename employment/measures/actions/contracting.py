"""A contract is drawn up by an officer, agreed to by a second person of the centre, or dropped."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from employment.measures import computing, money, numbers, policies, rights, telling
from employment.measures.kinds import GROUPS, provision_of
from employment.measures.models import Contract, PlaceRequest
from employment.measures.words import words_of
from socialcode.accounts.second_person import is_settled
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.granting import Asked, drafted, make
from socialcode.broken_constraint import change
from socialcode.decisions.approving import approvers_by_amount
from socialcode.decisions.computing import Computed, kept
from socialcode.decisions.models import Approval, Decision
from socialcode.engine.days import days_after, months_after
from socialcode.people.models import Person
from socialcode.refusal import check_reason
from socialcode.shown import check_shown, digest, stamp_of
from socialcode.signing.contracts import text_of

State = Contract.State


@change
def draw_up(
    *, request: PlaceRequest, person: Person, starts_on: datetime.date, answers: Mapping[str, Any], by
) -> Contract:
    """Draw up a contract for a person on one of the places of an approved application. `answers` are raw answers of the
    person to what no register knows. Money and place are held from now on.

    Raises NotAllowedError where the person has no right to the measure, is in another one or barred, and where no
    place or money is left.
    """
    request = PlaceRequest.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=request.pk)
    policies.check_is_of_office(request.office, (person, *request.concerned), by)
    rights.check_can_draw(request, person, starts_on)
    computed = computing.computed_for(request.measure, person, starts_on, request.pay, answers)
    rights.check_entitled(computed)
    contract = Contract(
        number=numbers.next_number("C"),
        request=request,
        measure=request.measure,
        group=GROUPS[request.measure],
        organisation=request.organisation,
        office=request.office,
        person=person,
        starts_on=starts_on,
        ends_on=_last_day(request, starts_on, computed),
        pay=request.pay,
        monthly=computed.explanation.amount,
        iban=request.iban,
        answers=dict(answers),
        drawn_by=by,
    )
    rights.check_wage_suffices(contract)
    contract.words = words_of(contract)
    contract.digest = digest(text_of(contract.words))
    contract.save()
    money.reserve(contract)
    _decide(contract, computed, by)
    record(EventKind.MEASURE_CONTRACT_DRAWN, on=contract, by=by, amount=contract.monthly, since=starts_on)
    telling.tell_of_contract(contract)
    return contract


@change
def agree(*, contract: Contract, by, shown=None) -> Contract:
    """A second person of the centre agrees to the money, once both sides signed. With the last one needed the contract
    is in force, and its award waits for proofs."""
    contract = locked(contract)
    decision = decision_of(contract)
    rights.check_can_agree(contract, decision, by)
    check_shown(shown, shown_to_agree(contract))
    Approval.objects.create(decision=decision, verdict=Approval.Verdict.AGREE, by=by)
    record(EventKind.DECISION_APPROVED, on=contract, by=by)
    if is_settled(decision.approvals.filter(verdict="agree").count(), decision.approvers_needed):
        _begin(contract, decision, by)
    return contract


@change
def send_back(*, contract: Contract, reason, by, shown=None) -> Contract:
    """A second person does not agree and says why: the contract is not concluded, and what it held goes back."""
    contract = locked(contract)
    decision = decision_of(contract)
    rights.check_can_agree(contract, decision, by)
    check_shown(shown, shown_to_agree(contract))
    check_reason(reason)
    Approval.objects.create(decision=decision, verdict=Approval.Verdict.RETURN, reason=reason.strip(), by=by)
    record(EventKind.DECISION_RETURNED, on=contract, by=by, reason=reason.strip())
    return _dropped(contract, reason, by)


@change
def drop(*, contract: Contract, reason, by) -> Contract:
    """A contract that is not in force yet is not concluded: an officer of the office says why, or one of the sides."""
    contract = locked(contract)
    rights.check_can_drop(contract, by)
    check_reason(reason)
    return _dropped(contract, reason, by)


def locked(contract: Contract) -> Contract:
    """The contract as it stands now, held until this change is done."""
    named = ("organisation", "office", "person", "request")
    return Contract.objects.select_for_update(of=("self",)).select_related(*named).get(pk=contract.pk)


def decision_of(contract: Contract) -> Decision:
    """The decision to grant that was written when it was drawn up."""
    return contract.decisions.order_by("pk").first()


def shown_to_agree(contract: Contract) -> str:
    """The stamp of what a second person agrees to."""
    return stamp_of(contract, contract.sides.count())


def _last_day(request: PlaceRequest, starts_on: datetime.date, computed: Computed) -> datetime.date:
    """As long as the employer asked for, and no longer than the law pays."""
    wanted = days_after(months_after(starts_on, request.months), -1)
    paid_until = computed.explanation.ends_on
    return min(wanted, paid_until) if paid_until else wanted


def _decide(contract: Contract, computed: Computed, by) -> Decision:
    return Decision.objects.create(
        contract=contract,
        assessment=kept(computed, contract.measure, contract=contract),
        kind=Decision.Kind.GRANT,
        amount=contract.monthly,
        in_hand=contract.monthly,
        starts_on=contract.starts_on,
        ends_on=contract.ends_on,
        approvers_needed=approvers_by_amount(contract.monthly, timezone.localdate()),
        decided_by=by,
    )


def _begin(contract: Contract, decision: Decision, by) -> None:
    asked = Asked(
        provision_of(contract.measure),
        contract.person,
        None,
        contract.starts_on,
        contract.iban,
        contract.organisation,
    )
    make(award=drafted(asked=asked, decision=decision), about=contract.number, by=by, is_proved=True)
    contract.state, contract.began_at = State.RUNNING, timezone.now()
    contract.save(update_fields=["state", "began_at"])
    record(EventKind.MEASURE_CONTRACT_BEGAN, on=contract, by=by, amount=contract.monthly, since=contract.starts_on)
    telling.tell_of_contract(contract)


def _dropped(contract: Contract, reason: str, by) -> Contract:
    contract.state, contract.reason, contract.closed_at = State.DROPPED, reason.strip(), timezone.now()
    contract.save(update_fields=["state", "reason", "closed_at"])
    money.give_back(contract)
    record(EventKind.MEASURE_CONTRACT_DROPPED, on=contract, by=by, reason=contract.reason)
    telling.tell_of_contract(contract)
    return contract
