"""The door to a complaint: for who acts for the person, and for the staff of the offices that have or had it."""

from django.core.exceptions import PermissionDenied

from socialcode.accounts.models import OF_AN_OFFICE, Role, User
from socialcode.cases import access as claims
from socialcode.cases.policies import grant_at
from socialcode.decisions.models import Decision
from socialcode.people import access
from socialcode.people.access import Look
from socialcode.people.kin import check_not_close
from socialcode.refusal import objection

from .models import Proceeding
from .policies import claim_of


def open_decision(key, *, by: User) -> Decision:
    """A decision that somebody may complain of: on a claim of the citizen's own. Raises PermissionDenied alike for
    others' decisions, for those that are not in force, and for keys that do not exist; with why for what goes back to a
    contract of their own."""
    decision = _decision(key)
    if decision is None or not access.may_act_for(by, decision.origin.person) or decision.in_effect_since is None:
        raise PermissionDenied
    if objected := objection(claim_of, decision):
        raise PermissionDenied(objected)
    return decision


def open_for_copy(key, *, by: User, purpose: str) -> Decision:
    """A decision for who acts for the person, or for one of the staff who may open its claim: then each time is a look,
    because a copy leaves the portal."""
    decision = _decision(key)
    if decision is not None and access.may_act_for(by, decision.origin.person):
        return open_decision(key, by=by)
    if decision is None or not by.is_staff_member:
        raise PermissionDenied
    if objected := objection(claim_of, decision):
        raise PermissionDenied(objected)
    claims.open_as_staff(claim_of(decision).key, by=by, purpose=purpose, each_time=True)
    return decision


def complaints_of(user: User):
    """The complaints a citizen may see: their own, and those of whom they act for."""
    own = access.own_person(user)
    if own is None:
        return Proceeding.objects.none()
    return Proceeding.objects.filter(person__in=[own, *access.wards_of(own)])


def open_as_citizen(key, *, by: User) -> Proceeding:
    """A complaint of the citizen's own. Raises PermissionDenied alike for others' and for keys that do not exist."""
    proceeding = Proceeding.objects.whole().filter(key=key).first()
    if proceeding is None or not access.may_act_for(by, proceeding.person):
        raise PermissionDenied
    return proceeding


def open_as_staff(key, *, by: User, purpose: str) -> Proceeding:
    """A complaint for the staff of an office that has it or decided, or for an auditor. The look is recorded."""
    proceeding, grant = _found_for_staff(key, by)
    for person in dict.fromkeys((proceeding.person, proceeding.claim.applicant)):
        access.record_look(person, by=by, look=Look(grant, purpose, case=str(proceeding.claim)))
    return proceeding


def act_as_staff(key, *, by: User) -> Proceeding:
    """A complaint to change and not to look at: what the change does is recorded by its action."""
    return _found_for_staff(key, by)[0]


def _decision(key) -> Decision | None:
    named = (
        "assessment",
        "decided_by",
        "claim__person",
        "claim__office",
        "claim__acting__representative",
        "contract__person",
    )
    return Decision.objects.select_related(*named, "award__decision").filter(key=key, appeal=None).first()


def _found_for_staff(key, by: User):
    proceeding = Proceeding.objects.whole().filter(key=key).first()
    grant = _grant(proceeding, by) if proceeding else None
    if grant is None:
        raise PermissionDenied
    if objected := objection(check_not_close, by, proceeding.concerned):
        raise PermissionDenied(objected)
    return proceeding, grant


def _grant(proceeding: Proceeding, by: User):
    auditing = next((grant for grant in by.grants if grant.role == Role.AUDITOR), None)
    offices = (proceeding.office, proceeding.claim.office)
    return next((grant for office in offices if (grant := grant_at(by, office, *OF_AN_OFFICE))), auditing)
