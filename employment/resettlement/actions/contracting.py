"""What an officer does while a contract is made and runs: sign for the centre, follow the family, say it is broken."""

import datetime
from decimal import Decimal

from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.law.terms import term_after
from socialcode.refusal import check_reason
from socialcode.shown import digest
from socialcode.signing.contracts import text_of

from .. import policies
from ..breaking import to_return
from ..models import Contract, Move, Ruling, Step
from ..moving import locked, to_state
from ..proposing import propose
from ..telling import tell
from ..words import words_of


@change
def offer(*, move: Move, by) -> Contract:
    """The centre signs the social contract; it is in force once the person has signed the same words. Where the law has
    changed before that, the centre signs anew."""
    move = locked(move)
    policies.check_can_offer_contract(move, by)
    words = words_of(move)
    signed = {"signed_by": by, "signed_at": timezone.now(), "words": words, "digest": digest(text_of(words))}
    contract, _is_new = Contract.objects.update_or_create(move=move, defaults=signed)
    record(EventKind.MOVE_CONTRACT_OFFERED, on=move, by=by, sha256=contract.digest)
    tell(move, "contract")
    return contract


@change
def follow(*, step: Step, result: str, by, on: datetime.date | None = None) -> Step:
    """Say what came of a step of the contract."""
    move = locked(step.contract.move)
    step = Step.objects.select_for_update().get(pk=step.pk)
    step.contract = move.contract
    step.contract.move = move
    policies.check_can_follow(step, by)
    check_reason(result, "result")
    step.done_on, step.result, step.done_by = on or timezone.localdate(), result.strip(), by
    step.save(update_fields=["done_on", "result", "done_by"])
    record(EventKind.MOVE_FOLLOWED, on=move, by=by, act=step.kind)
    return step


@change
def say_broken(*, move: Move, reason: str, by) -> Ruling:
    """Propose that the contract was broken: what was paid has to come back then. The family is told, and has its word
    before others of the commission agree (article 73 of the Administrative Procedural Code)."""
    move = locked(move)
    policies.check_can_break(move, by)
    check_reason(reason)
    word_by = term_after(timezone.localdate(), "hearing_days")
    ruling = propose(move, Ruling.Kind.BREAK, reason, by, Decimal(to_return(move)), word_by=word_by)
    to_state(move, Move.State.ENDING)
    tell(move, "breaking", reason=ruling.reason, returns=ruling.amount, word_by=word_by)
    return ruling
