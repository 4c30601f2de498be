"""A removal from the register, or the end of a social contract: the person's word, a decision, a second person.

One is opened by itself when a term passed, or by somebody of the centre; both begin with the person's word.
"""

from django.utils import timezone

from employment.advising import removal_policies, terms
from employment.advising.effects import forgive_cause, take_effect
from employment.advising.models import Call, Referral, Removal
from employment.seekers.models import Registration
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.notices.actions import queue_notice
from socialcode.refusal import check_reason
from socialcode.shown import check_shown, stamp_of

from .numbering import next_number

State = Removal.State


@change
def propose(*, registration, ground, happened_on, planned, by):
    """Begin the removal of somebody from the register: they are told, and have their word first."""
    registration = locked_registration(registration)
    removal_policies.check_can_propose(registration, ground, happened_on, planned, by)
    made = Removal(registration=registration, ground=ground, happened_on=happened_on, planned=planned.strip())
    return _open(made, by)


def open_by_itself(registration, ground, *, happened_on, referral: Referral | None = None, call: Call | None = None):
    """The same where a term of the law passed, in the caller's transaction: nobody has judged anything yet. None where
    another removal of the person is under way."""
    if registration.removals.open().exists():
        return None
    return _open(
        Removal(registration=registration, ground=ground, happened_on=happened_on, referral=referral, call=call)
    )


@change
def propose_end(*, contract, planned, by):
    """Begin the end of a social contract that is not kept: the family is told, and has its word first."""
    contract = removal_policies.locked_contract(contract)
    removal_policies.check_can_end(contract, planned, by)
    today = timezone.localdate()
    return _open(Removal(contract=contract, ground="contract_broken", happened_on=today, planned=planned.strip()), by)


@change
def say(*, removal, word, by, shown=None):
    """The person says why, or an adviser writes down what they said at the centre."""
    removal = locked(removal)
    removal_policies.check_can_say(removal, by)
    check_shown(shown, shown_to(removal))
    check_reason(word, "word")
    removal.word, removal.heard_at, removal.state = word.strip(), timezone.now(), State.DECIDING
    removal.save(update_fields=["word", "heard_at", "state"])
    record(EventKind.REMOVAL_HEARD, on=removal.person, by=by, number=removal.number)
    return removal


@change
def end_hearing(*, removal):
    """The days of the person's word are over: the centre decides by what it knows."""
    removal = locked(removal)
    if removal.state == State.HEARING:
        removal.state = State.DECIDING
        removal.save(update_fields=["state"])
        record(EventKind.TERM_ENDED, on=removal.person, by=None, number=removal.number)
    return removal


@change
def decide(*, removal, reason, by, shown=None):
    """Somebody of the centre finds no good reason and proposes that it takes effect. Another person agrees."""
    removal = locked(removal)
    removal_policies.check_can_decide(removal, by)
    check_shown(shown, shown_to(removal))
    check_reason(reason)
    _decided(removal, State.APPROVAL, reason, by)
    record(EventKind.REMOVAL_DECIDED, on=removal.person, by=by, number=removal.number, reason=removal.reason)
    return removal


@change
def drop(*, removal, reason, by, shown=None):
    """The reason is a good one, or nothing happened: the person stays on the register. What counted counts no more."""
    removal = locked(removal)
    removal_policies.check_can_drop(removal, by)
    check_shown(shown, shown_to(removal))
    check_reason(reason)
    _dropped(removal, reason, by)
    return removal


@change
def end_by_excuse(*, registration: Registration, reason: str, by) -> None:
    """A refusal turned out to have a good reason: a removal because of refusals ends, in the caller's transaction."""
    for removal in registration.removals.open().filter(ground="refused_offers", referral__answer="refused"):
        _dropped(locked(removal), reason, by)


@change
def agree(*, removal, by, shown=None):
    """Another person agrees: it takes effect today, or of who left by their own wish meanwhile on the day they left.
    The person is told with the way to complain."""
    removal = locked(removal)
    removal_policies.check_can_agree(removal, by)
    check_shown(shown, shown_to(removal))
    now, last = timezone.now(), _left_on(removal) or timezone.localdate()
    removal.state, removal.agreed_by, removal.agreed_at, removal.closed_at = State.IN_EFFECT, by, now, now
    removal.removed_on, removal.waits_until = last, terms.waits_until(removal.ground, last)
    removal.save()
    record(EventKind.REMOVAL_AGREED, on=removal.person, by=by, number=removal.number, due_on=removal.waits_until)
    take_effect(removal, by)
    queue_notice("removal_in_effect", to=removal.person, about=removal, letter=removal.office, removal=removal)
    return removal


@change
def lapse(*, removal):
    """The person is off the register for another reason of the law, such as work: there is nothing left to decide."""
    removal = locked(removal)
    if removal.is_open and removal.is_idle:
        removal.state, removal.closed_at = State.LAPSED, timezone.now()
        removal.save(update_fields=["state", "closed_at"])
        record(EventKind.TERM_ENDED, on=removal.person, by=None, number=removal.number)
    return removal


@change
def send_back(*, removal, reason, by, shown=None):
    """Another person does not agree, and says why: it is decided once more."""
    removal = locked(removal)
    removal_policies.check_can_agree(removal, by)
    check_shown(shown, shown_to(removal))
    check_reason(reason)
    removal.state, removal.returned, removal.decided_by, removal.decided_at = State.DECIDING, reason.strip(), None, None
    removal.save(update_fields=["state", "returned", "decided_by", "decided_at"])
    record(EventKind.REMOVAL_RETURNED, on=removal.person, by=by, number=removal.number, reason=removal.returned)
    return removal


def shown_to(removal: Removal) -> str:
    """The stamp of what somebody answers to, decides on or agrees to."""
    return stamp_of(removal)


def locked(removal: Removal) -> Removal:
    """A removal as it is now, held to the end of the transaction with what it is about."""
    if removal.registration_id:
        locked_registration(removal.registration)
    return Removal.objects.whole().select_for_update(of=("self",)).get(pk=removal.pk)


def locked_registration(registration: Registration) -> Registration:
    """A registration as it is now: whoever changes what counts towards a removal holds it."""
    found = Registration.objects.select_related("person", "office").select_for_update(of=("self",), no_key=True)
    return found.get(pk=registration.pk)


def _open(removal: Removal, by=None) -> Removal:
    removal.number = next_number(Removal, removal.office)
    removal.due_on, removal.opened_by = terms.word_by(timezone.localdate()), by
    removal.save()
    told = {"number": removal.number, "due_on": removal.due_on, "reason": removal.planned}
    record(EventKind.REMOVAL_OPENED, on=removal.person, by=by, **told)
    removal.notice = queue_notice(
        "removal_hearing", to=removal.person, about=removal, answer_by=removal.due_on, removal=removal
    )
    removal.save(update_fields=["notice"])
    return removal


def _left_on(removal: Removal):
    """The day on which the person left the register before this was decided; None while they are on it."""
    return removal.registration.ended_on if removal.registration_id else None


def _decided(removal: Removal, state: str, reason: str, by) -> None:
    removal.state, removal.reason, removal.decided_by, removal.decided_at = state, reason.strip(), by, timezone.now()
    removal.closed_at = None if removal.is_open else removal.decided_at
    removal.save()


def _dropped(removal: Removal, reason: str, by) -> None:
    _decided(removal, State.DROPPED, reason, by)
    forgive_cause(removal, by, removal.reason)
    record(EventKind.REMOVAL_DROPPED, on=removal.person, by=by, number=removal.number, reason=removal.reason)
    queue_notice("removal_dropped", to=removal.person, about=removal, removal=removal)
