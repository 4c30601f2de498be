"""Decisions that wait for an approver: those that are alike together, the others each for itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from socialcode.accounts.models import Role, User
from socialcode.accounts.territory import offices_of
from socialcode.decisions.models import Decision
from socialcode.refusal import attempt, objection

from .. import policies
from ..actions import deciding, working
from ..models import Claim
from .queue import shown

MOST = 100  # of a page


@dataclass(frozen=True)
class Waiting:
    """A claim with the decision that waits. `objection` is why this reader cannot answer it; empty where they can."""

    claim: Claim
    decision: Decision
    objection: str

    @property
    def is_plain(self) -> bool:
        """As it was computed, with nothing to look at: no override, no warning, nothing left open, one more person."""
        decision = self.decision
        is_computed = decision.kind == Decision.Kind.GRANT and decision.amount == decision.assessment.amount
        said = decision.override_reason or decision.despite
        return is_computed and not said and not self.claim.warnings and decision.approvers_needed == 1

    @property
    def stamp(self) -> str:
        return deciding.shown_to_approve(self.decision)


@dataclass(frozen=True)
class Alike:
    """Decisions by one rule for one amount; each may be agreed to with the others."""

    provision: str
    amount: Decimal
    waiting: list[Waiting]

    @property
    def total(self) -> Decimal:
        return sum((each.decision.amount for each in self.waiting), Decimal(0))


def waiting_for(user: User) -> list[Waiting]:
    """What waits in the offices where somebody approves, by deadline."""
    offices = offices_of(user, Role.APPROVER)
    claims = shown(Claim.objects.at(offices).filter(status=Claim.Status.APPROVAL)).order_by("due_on", "pk")[:MOST]
    return [_waiting(claim, user) for claim in claims if claim.proposed]


def _waiting(claim: Claim, user: User) -> Waiting:
    decision = claim.proposed[0]
    decision.claim = claim
    return Waiting(claim, decision, objection(policies.check_can_approve, decision, user))


def waiting_for_approval(user: User) -> QuerySet[Claim]:
    """What waits in the offices where somebody approves."""
    offices = offices_of(user, Role.APPROVER)
    return Claim.objects.at(offices).filter(status=Claim.Status.APPROVAL)


def sorted_out(waiting: Iterable[Waiting]) -> tuple[list[Alike], list[Waiting]]:
    """Groups of at least two that are alike, the largest first; and those to be looked at one by one."""
    groups: dict[tuple, list[Waiting]] = {}
    singly = []
    for each in waiting:
        if each.is_plain and not each.objection:
            groups.setdefault((each.claim.provision, each.decision.amount), []).append(each)
        else:
            singly.append(each)
    alike = [Alike(*key, found) for key, found in groups.items() if len(found) > 1]
    singly += [found[0] for found in groups.values() if len(found) == 1]
    return sorted(alike, key=lambda group: -len(group.waiting)), sorted(singly, key=lambda each: each.claim.due_on)


@dataclass(frozen=True)
class Agreed:
    """How many decisions were agreed to, and of the others the numbers by the sentence that says why."""

    done: int
    refused: dict[str, list[str]]


def agree(stamps: dict[str, str], user: User) -> Agreed:
    """Agree to each of the chosen decisions (key of the claim to the stamp of what was shown) that is still plain.

    Each is a change of its own: what is refused for one stands in no other's way.
    """
    done, refused = 0, {}
    for each in waiting_for(user):
        if str(each.claim.key) not in stamps:
            continue
        with attempt() as tried:
            working.look_again(claim=each.claim)
            deciding.approve(decision=each.decision, by=user, shown=stamps[str(each.claim.key)])
            done += 1
        if tried.objection:
            refused.setdefault(tried.objection, []).append(each.claim.number)
    return Agreed(done, refused)
