"""The door to a claim, beside the door to a person: for those who act for the person, and for who works on it."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from socialcode.accounts.access import grant_at
from socialcode.accounts.models import OF_AN_OFFICE, Role, User
from socialcode.people import access
from socialcode.people.access import Look
from socialcode.people.kin import check_not_close, is_close
from socialcode.people.models import Membership, Person
from socialcode.people.models.family import in_force
from socialcode.refusal import objection

from .models import Claim


def claims_of(user: User):
    """The claims a citizen may see: their own, and those they act or were let in for."""
    own = access.own_person(user)
    if own is None:
        return Claim.objects.none()
    return Claim.objects.filter(person__in=[own, *access.wards_of(own)])


def reader_of(claim: Claim) -> Person:
    """Who gets letters and messages about a claim: who applied, or where they act no more, who does now."""
    if claim.acting is None:
        return claim.person
    told = access.who_is_told(claim.person)
    return claim.applicant if claim.applicant in told else told[0]


def open_as_citizen(key, *, by: User) -> Claim:
    """A claim of the citizen's own. Raises PermissionDenied alike for others' claims and for keys that do not exist."""
    claim = _found(key)
    if claim is None or not access.may_act_for(by, claim.person):
        raise PermissionDenied
    return claim


def open_to_fill(key, *, by: User) -> Claim:
    """A claim for who fills it in: the citizen, or the officer who entered it from paper, until it is sent."""
    claim = _found(key)
    entering = claim and claim.is_paper and claim.entered_by_id == by.pk and claim.status == Claim.Status.DRAFT
    entering = entering and not is_close(by, claim.concerned)
    if claim is None or not (entering or access.may_act_for(by, claim.person)):
        raise PermissionDenied
    return claim


def open_as_staff(key, *, by: User, purpose: str, each_time: bool = False) -> Claim:
    """A claim for one of the staff: of their office, or for an auditor any that was sent. The look is recorded."""
    claim, grant = _found_for_staff(key, by)
    for person in dict.fromkeys(filter(None, (claim.person, claim.subject, claim.applicant))):
        access.record_look(person, by=by, look=Look(grant, purpose, case=str(claim), each_time=each_time))
    return claim


def act_as_staff(key, *, by: User) -> Claim:
    """A claim to change and not to look at: what the change does is recorded by its action."""
    return _found_for_staff(key, by)[0]


def act_as_staff_on(keys, *, by: User) -> list[Claim]:
    """Those of several claims that somebody of the staff may change, the most urgent first; the others are left out."""
    claims = _claims().filter(key__in=keys).order_by("due_on", "pk")
    return [claim for claim in claims if _grant(by, claim) and not is_close(by, claim.concerned)]


def record_list(claims, *, by: User, purpose: str, search: str = "") -> None:
    """Write down that a list showed the names of some claims to one of the staff."""
    access.record_list([str(claim) for claim in claims], by=by, purpose=purpose, search=search)


def open_family(claim: Claim, *, by: User, purpose: str) -> list[Person]:
    """The claim's person with their children, wards and family, for one of the staff. Every look is recorded.

    Raises PermissionDenied where somebody of them is close to who looks.
    """
    grant = _found_for_staff(claim.key, by)[1]
    today = timezone.localdate()
    members = Membership.objects.filter(in_force(today)).select_related("person")
    together = members.filter(family__in=claim.person.memberships.filter(in_force(today)).values("family"))
    persons = {claim.person.pk: claim.person}
    for relative in [*(member.person for member in together), *access.wards_of(claim.person)]:
        persons.setdefault(relative.pk, relative)
    _check_not_close(by, persons.values())
    for person in persons.values():
        access.record_look(person, by=by, look=Look(grant, purpose, case=str(claim)))
    return list(persons.values())


def _found_for_staff(key, by: User):
    claim = _found(key)
    grant = _grant(by, claim) if claim else None
    if grant is None:
        raise PermissionDenied
    _check_not_close(by, claim.concerned)
    return claim, grant


def _check_not_close(by: User, persons) -> None:
    if objected := objection(check_not_close, by, persons):
        raise PermissionDenied(objected)


def _claims():
    return Claim.objects.select_related("person", "subject", "named", "acting__representative", "office", "assigned_to")


def _found(key) -> Claim | None:
    return _claims().filter(key=key).first()


def _grant(user: User, claim: Claim):
    if claim.status == Claim.Status.DRAFT:
        entered = claim.is_paper and claim.entered_by_id == user.pk
        return grant_at(user, claim.office, *OF_AN_OFFICE) if entered else None
    if claim.submitted_at is None:
        return None
    auditing = next((grant for grant in user.grants if grant.role == Role.AUDITOR), None)
    return grant_at(user, claim.office, *OF_AN_OFFICE) or auditing
