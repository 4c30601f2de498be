"""What a removal changes once two persons agreed, and what is forgiven where a good reason was found."""

from django.db.models import Q
from django.utils import timezone

from employment.advising.models import Referral, Removal, SocialContract
from employment.seekers.actions import ending, restoring
from employment.seekers.models import Registration
from socialcode.awards.finding.endings import end_by_itself, tell_of_end_undone
from socialcode.awards.models import Award, Circumstance
from socialcode.people.models.family import in_force

from . import terms

ASSISTANCE, NOT_KEPT = "targeted_assistance", "129(3)"


def take_effect(removal: Removal, by) -> None:
    """Off the register from today, or the social contract ended; all in the transaction of who calls."""
    if removal.contract_id:
        _end_contract(removal)
        return
    if removal.registration.ground == Registration.Ground.OWN_WISH:
        ending.name_ground(removal.registration, removal.ground, by)
    else:
        ending.end(registration=removal.registration, ground=removal.ground, on=removal.removed_on, by=by)
    removal.registration.referrals.open().update(closed_at=timezone.now())
    let_go(removal.registration)


def let_go(registration: Registration) -> None:
    """Nothing is awaited of who is off the register: no answer, no visit; in the caller's transaction."""
    now = timezone.now()
    registration.referrals.unanswered().update(closed_at=now)
    registration.calls.filter(closed_at=None).update(closed_at=now)
    registration.appointments.filter(state="booked").update(state="cancelled", closed_at=now)


def take_off_for_work(referral: Referral, by) -> None:
    """Who is hired leaves the register from the first day of work, in the caller's transaction; of one still to come
    from today, for the person has a contract."""
    registration = referral.registration
    if registration.state == Registration.State.REGISTERED:
        on = min(referral.starts_on, timezone.localdate())
        ending.end(registration=registration, ground=Registration.Ground.WORK, on=on, by=by)


def forgive_cause(removal: Removal, by, reason: str) -> None:
    """A good reason was found: the refusal does not count, an offer not answered in time gets its days anew, and a call
    is awaited no more."""
    referral, now = removal.referral, timezone.now()
    if referral is not None:
        referral = Referral.objects.select_for_update().get(pk=referral.pk)
        if referral.counts:
            referral.excuse, referral.excused_at, referral.excused_by = reason, now, by
        elif not referral.answer and referral.is_open:
            referral.answer_by = terms.answer_by(timezone.localdate())
            referral.reminded_at = None
        referral.save()
    if removal.call_id:
        removal.registration.calls.filter(pk=removal.call_id, closed_at=None).update(closed_at=now)


def undo(removal: Removal, reason: str, by) -> None:
    """A complaint was right: back on the register, or the social contract in force again; all in the transaction of who
    calls. Money is given back by an officer, who is told of it."""
    if removal.contract_id:
        _put_in_force(removal.contract)
        paid, ended_as = _assistance(removal), Circumstance.Kind.CONTRACT
    else:
        if removal.registration.ended_by_id == removal.agreed_by_id:
            restoring.put_back(registration=removal.registration, by=by)
        else:  # who left by their own wish meanwhile has left all the same, without days to wait
            ending.name_ground(removal.registration, Registration.Ground.OWN_WISH, by)
        forgive_cause(removal, by, reason)
        paid = Award.objects.filter(person=removal.person, provision=ending.JOB_LOSS)
        ended_as = Circumstance.Kind.OFF_REGISTER
    for award in paid:
        tell_of_end_undone(award=award, kind=ended_as, on=removal.removed_on, number=removal.number)


def _put_in_force(contract: SocialContract) -> None:
    """Again, unless the family has another one by now: that one goes on."""
    if not SocialContract.objects.filter(person=contract.person, state__in=SocialContract.OPEN).exists():
        contract.state, contract.result, contract.closed_at = SocialContract.State.IN_FORCE, "", None
        contract.save(update_fields=["state", "result", "closed_at"])


def _assistance(removal: Removal):
    """What is paid to the family of a social contract."""
    families = removal.contract.person.memberships.filter(in_force(removal.removed_on)).values("family")
    return Award.objects.filter(Q(person=removal.contract.person) | Q(family__in=families), provision=ASSISTANCE)


def _end_contract(removal: Removal) -> None:
    contract = removal.contract
    contract.state, contract.result = SocialContract.State.BROKEN, removal.reason
    contract.closed_at = timezone.now()
    contract.save(update_fields=["state", "result", "closed_at"])
    for award in _assistance(removal).exclude(state=Award.State.ENDED):
        end_by_itself(award=award, article=NOT_KEPT, kind=Circumstance.Kind.CONTRACT, happened_on=removal.removed_on)
