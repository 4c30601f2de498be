"""What the commission does: one writes a decision, as many others agree as the sum asks for, or one returns it."""

from django.utils import timezone

from socialcode.accounts.second_person import is_settled
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.refusal import check_reason
from socialcode.shown import check_shown, stamp_of

from .. import effects, policies
from ..models import CertificateUse, Move, Ruling, Vote
from ..moving import locked, to_state
from ..proposing import propose
from ..supports import sum_at_once, supports_of

Kind, State = Ruling.Kind, Ruling.State


@change
def rule(*, move: Move, agrees: bool, reason: str, by) -> Ruling:
    """Propose to agree to a move, or to refuse it. Raises NotAllowedError."""
    move = locked(move)
    policies.check_can_rule(move, by)
    check_reason(reason)
    if agrees:
        effects.check_supports(supports_of(move))
    ruling = propose(move, Kind.AGREE if agrees else Kind.REFUSE, reason, by, sum_at_once(move) if agrees else 0)
    to_state(move, Move.State.RULED)
    return ruling


@change
def agree(*, ruling: Ruling, by, shown: str | None = None) -> Ruling:
    """Another one agrees; with the last one needed the decision takes effect. `shown` is the stamp of what they were
    shown (`shown_to_agree`)."""
    move = locked(ruling.move)
    ruling = _waiting(ruling, move)
    policies.check_can_agree(ruling, by)
    check_shown(shown, shown_to_agree(ruling))
    Vote.objects.create(ruling=ruling, agrees=True, by=by)
    record(EventKind.MOVE_RULING_AGREED, on=move, by=by, act=ruling.kind)
    if is_settled(ruling.votes.filter(agrees=True).count(), ruling.votes_needed):
        _settle(ruling, State.AGREED)
        effects.TAKES_EFFECT[ruling.kind](ruling, by)
    return ruling


@change
def send_back(*, ruling: Ruling, reason: str, by, shown: str | None = None) -> Ruling:
    """Another one does not agree and says why: everything stands as before."""
    move = locked(ruling.move)
    ruling = _waiting(ruling, move)
    policies.check_can_vote(ruling, by)
    check_shown(shown, shown_to_agree(ruling))
    check_reason(reason)
    Vote.objects.create(ruling=ruling, agrees=False, reason=reason.strip(), by=by)
    _settle(ruling, State.RETURNED)
    effects.AS_BEFORE[ruling.kind](ruling)
    record(EventKind.MOVE_RULING_RETURNED, on=move, by=by, act=ruling.kind, reason=reason.strip())
    return ruling


def shown_to_agree(ruling: Ruling) -> str:
    """The stamp of what another one answers to: the decision, and who is paid where."""
    use = CertificateUse.objects.filter(ruling=ruling).values_list("person", "organisation", "iban", "amount", "home")
    move = ruling.move
    return stamp_of(ruling, move.iban, move.persons, move.goes_to, list(use), ruling.word)


def _waiting(ruling: Ruling, move: Move) -> Ruling:
    found = Ruling.objects.select_for_update(of=("self",)).select_related("ruled_by").get(pk=ruling.pk)
    found.move = move
    return found


def _settle(ruling: Ruling, state: str) -> None:
    ruling.state, ruling.settled_at = state, timezone.now()
    ruling.save(update_fields=["state", "settled_at"])
