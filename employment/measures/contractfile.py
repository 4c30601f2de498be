"""All that the page of a contract shows of it, to whoever may open it."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from employment.employers.access import may_act
from socialcode.accounts.models import User
from socialcode.awards.actions import changing
from socialcode.awards.models import Change, Overpayment
from socialcode.awards.policies import check_can_answer_change
from socialcode.people.iban import written
from socialcode.refusal import objection

from . import months, rights
from .actions import contracting
from .models import Contract, Ending, Proof, SignedSide


@dataclass(frozen=True)
class Waiting:
    """A change of the award that waits for a second person: its end, its stamp, and whether the reader answers."""

    change: Change
    ending: Ending | None
    shown: str
    may_answer: bool


class ContractFile:
    """A contract as somebody sees it."""

    def __init__(self, contract: Contract, reader: User):
        self.contract, self.reader = contract, reader

    @cached_property
    def is_employer(self) -> bool:
        return may_act(self.reader, self.contract.organisation)

    @cached_property
    def is_worker(self) -> bool:
        return rights.acts_for_side(self.contract, SignedSide.Side.PERSON, self.reader)

    @cached_property
    def is_own(self) -> bool:
        return self.is_employer or self.is_worker

    @property
    def account(self) -> str:
        return written(self.contract.iban)

    @cached_property
    def sides(self) -> list[SignedSide]:
        return list(self.contract.sides.select_related("signature__person"))

    @property
    def missing(self) -> list[str]:
        """The sides that have not signed, in words."""
        signed = {one.side for one in self.sides}
        return [side.label for side in SignedSide.Side if side not in signed]

    @property
    def side_to_sign(self) -> str:
        """For which side the reader may sign now; empty for none."""
        for side in SignedSide.Side:
            if not objection(rights.check_can_sign, self.contract, side, self.reader):
                return side
        return ""

    @cached_property
    def proofs(self) -> list[Proof]:
        return list(self.contract.proofs.select_related("change").order_by("-month", "-pk"))

    @cached_property
    def to_prove(self) -> list:
        return months.to_prove(self.contract, timezone.localdate()) if self.can_prove else []

    @property
    def can_prove(self) -> bool:
        is_on = self.contract.state in (Contract.State.RUNNING, Contract.State.ENDED)
        return self.is_employer and is_on and not self.contract.settled_at

    @cached_property
    def proofs_waiting(self) -> list[Proof]:
        return [one for one in self.proofs if one.state == "waiting"]

    @cached_property
    def works(self) -> bool:
        """Whether the reader is one of the staff who work on it."""
        return not self.is_own and not objection(rights.check_works_on, self.contract, self.reader)

    @property
    def can_drop(self) -> bool:
        return not objection(rights.check_can_drop, self.contract, self.reader)

    @property
    def can_agree(self) -> bool:
        decision = contracting.decision_of(self.contract)
        return not objection(rights.check_can_agree, self.contract, decision, self.reader)

    @property
    def shown_to_agree(self) -> str:
        return contracting.shown_to_agree(self.contract)

    @cached_property
    def waiting(self) -> Waiting | None:
        """What waits for a second person, if anything."""
        award = self.contract.award
        if award is None:
            return None
        change = award.changes.filter(state=Change.State.PROPOSED).select_related("decision", "award").first()
        if change is None:
            return None
        ending = self.contract.endings.filter(change=change).first()
        is_heard = ending is None or not ending.waits_for_word(timezone.localdate())
        may_answer = is_heard and not objection(check_can_answer_change, change, self.reader)
        return Waiting(change, ending, changing.shown_to_approve(change), may_answer)

    @cached_property
    def to_say(self) -> Ending | None:
        """The end by the employer's fault on which the reader may say the employer's word now."""
        ending = self.waiting.ending if self.waiting else None
        return None if objection(rights.check_can_say, self.contract, ending, self.reader) else ending

    @cached_property
    def debts(self) -> list[Overpayment]:
        """What the employer has to pay back."""
        return list(Overpayment.objects.filter(award__decision__contract=self.contract, amount__gt=0))
