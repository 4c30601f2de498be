"""The employer proves a month; an officer compares it and proposes to pay; a second person agrees, and it is owed."""

import datetime
from decimal import Decimal
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.measures import money, months, rights, telling
from employment.measures.models import Contract, Proof
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.actions import changing
from socialcode.awards.models import Award, Change
from socialcode.awards.planning import Wish, life_of
from socialcode.broken_constraint import change
from socialcode.refusal import NotAllowedError, check_reason

from .contracting import locked

PROVED = "Months that the employer proved."  # the reason of the change, which the staff read


class Told(NamedTuple):
    """What the employer says of a month (its first day): the wage before taxes, or what a workplace cost, and the
    contributions, in tenge."""

    month: datetime.date
    paid: Decimal
    pension: Decimal
    social: Decimal


@change
def file_proof(*, contract: Contract, told: Told, by) -> Proof:
    """Prove a month. Raises NotAllowedError for one that is not over, outside the contract or proved already."""
    contract = locked(contract)
    rights.check_can_prove(contract, told.month, by)
    made = Proof.objects.create(contract=contract, filed_by=by, **told._asdict())
    record(EventKind.MEASURE_PROOF_FILED, on=contract, by=by, amount=told.paid, since=told.month)
    return made


@change
def accept(*, contract: Contract, by, note="") -> Change:
    """Propose to pay all months of a contract that wait, after comparing them with the register of contributions. Where
    it says nothing of a month, `note` is how the officer knows.

    Raises NotAllowedError where the register says less than the employer, the contributions are less than is due, or
    the year's money does not suffice.
    """
    contract = locked(contract)
    rights.check_works_on(contract, by)
    rights.check_pays_for_months(contract)
    proofs = list(contract.proofs.waiting().order_by("month").select_for_update(of=("self",)))
    if not proofs:
        raise NotAllowedError(_("No proof waits."))
    found = []
    for proof in proofs:
        proof.contract = contract
        proof.found = months.contributions(contract, proof.month)
        rights.check_agrees(proof, note)
        proof.note = note.strip()
        found.append(months.worth(proof))
    proposed = _propose(contract.award, contract, found, by)
    for proof, worth in zip(proofs, found, strict=True):
        proof.change, proof.amount = proposed, worth.amount
        proof.save(update_fields=["found", "note", "change", "amount"])
    money.use(contract)
    total = sum(worth.amount for worth in found)
    record(EventKind.MEASURE_PROOF_ACCEPTED, on=contract, by=by, amount=total, since=proofs[0].month)
    return proposed


@change
def return_proof(*, proof: Proof, reason, by) -> Proof:
    """A proof that is not right goes back to the employer, who reads why and proves the month anew."""
    contract = locked(proof.contract)
    rights.check_works_on(contract, by)
    proof = Proof.objects.select_for_update(of=("self",)).get(pk=proof.pk)
    if proof.state != "waiting":
        raise NotAllowedError(_("This proof is settled already."))
    check_reason(reason)
    proof.reason, proof.returned_at, proof.returned_by = reason.strip(), timezone.now(), by
    proof.save(update_fields=["reason", "returned_at", "returned_by"])
    record(EventKind.MEASURE_PROOF_RETURNED, on=contract, by=by, since=proof.month, reason=proof.reason)
    proof.contract = contract
    telling.tell_of_returned(proof)
    return proof


@change
def agree(*, contract: Contract, proposed: Change, by, shown=None) -> Contract:
    """A second person agrees to what an officer proposed for the months of a contract: it is owed, and paid with the
    next payments."""
    contract = locked(contract)
    proposed.award = contract.award
    changing.approve(change=proposed, by=by, shown=shown)
    money.use(contract)
    return contract


@change
def send_back(*, contract: Contract, proposed: Change, reason, by, shown=None) -> Contract:
    """A second person does not agree: the proofs wait for the officer again, and use no money."""
    contract = locked(contract)
    changing.send_back(change=proposed, reason=reason, by=by, shown=shown)
    money.use(contract)
    return contract


def _propose(award: Award, contract: Contract, found: list[months.Worth], by) -> Change:
    """One change of the award for all the months: what it owed before for others stays."""
    new = [worth.stretch for worth in found]
    first = min(one.since for one in new)
    others = [one for one in life_of(award).stretches if one.since > first and one.since not in {n.since for n in new}]
    stretches = tuple(sorted([*new, *others], key=lambda one: one.since))
    computed = found[-1].computed
    proposal = changing.Proposal(
        Wish(Change.Kind.TERMS, named=first, stretches=stretches),
        PROVED,
        computed=computed,
        assessment=None if computed else contract.decisions.order_by("pk").first().assessment,
        is_by_contract=True,
    )
    return changing.propose(award=award, proposal=proposal, by=by)
