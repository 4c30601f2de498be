"""The door to a claim, beside the door to a person: for those who act for the person, and for who works on it."""

from django.core.exceptions import PermissionDenied

from socialcode.accounts.models import OF_AN_OFFICE, Role, User
from socialcode.people import access
from socialcode.people.access import Look

from .models import Claim, Review
from .policies import NotAllowedError, grant_at
from .review_policies import check_may_answer


def claims_of(user: User):
    """The claims a citizen may see: their own, and those they act or were let in for."""
    own = access.own_person(user)
    if own is None:
        return Claim.objects.none()
    return Claim.objects.filter(person__in=[own, *access.wards_of(own)])


def open_as_citizen(key, *, by: User) -> Claim:
    """A claim of the citizen's own. Raises PermissionDenied alike for others' claims and for keys that do not exist."""
    claim = _found(key)
    if claim is None or not access.may_act_for(by, claim.person):
        raise PermissionDenied
    return claim


def open_as_staff(key, *, by: User, purpose: str) -> Claim:
    """A claim for one of the staff: of their office, or for an auditor any that was sent. The look is recorded."""
    claim = _found(key)
    grant = _grant(by, claim) if claim else None
    if grant is None:
        raise PermissionDenied
    for person in filter(None, (claim.person, claim.subject)):
        access.record_look(person, by=by, look=Look(grant, purpose, case=str(claim)))
    return claim


def open_review(key, *, by: User) -> Review:
    """A decision under check, for auditors and for who answers for it. It shows nothing of the person."""
    rows = Review.objects.select_related(
        "sample", "decision__claim__office", "decision__assessment", "decision__decided_by"
    )
    review = rows.select_related("asked_by", "answered_by", "concluded_by").filter(key=key).first()
    if review is None or not (Role.AUDITOR in by.roles or may_answer(review, by)):
        raise PermissionDenied
    return review


def may_answer(review: Review, by: User) -> bool:
    try:
        check_may_answer(review, by)
    except NotAllowedError:
        return False
    return True


def _found(key) -> Claim | None:
    return Claim.objects.select_related("person", "subject", "office", "assigned_to").filter(key=key).first()


def _grant(user: User, claim: Claim):
    if claim.status == Claim.Status.DRAFT:
        entered = claim.is_paper and claim.entered_by_id == user.pk
        return grant_at(user, claim.office, *OF_AN_OFFICE) if entered else None
    if claim.submitted_at is None:
        return None
    auditing = next((grant for grant in user.grants if grant.role == Role.AUDITOR), None)
    return grant_at(user, claim.office, *OF_AN_OFFICE) or auditing
