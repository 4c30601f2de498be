"""The door to a decision under check: for auditors, and for who answers for it."""

from django.core.exceptions import PermissionDenied

from socialcode.accounts.models import Role, User
from socialcode.refusal import objection

from .models import ORIGINS, Relook, Review
from .policies import check_may_answer, check_may_answer_relook


def open_review(key, *, by: User) -> Review:
    """A decision under check, for auditors and for who answers for it. It shows nothing of the person."""
    rows = Review.objects.select_related("sample", *ORIGINS, "decision__assessment", "decision__decided_by")
    named = ("asked_by", "answered_by", "concluded_by", "relook__office", "relook__answered_by", "relook__closed_by")
    review = rows.select_related(*named).filter(key=key).first()
    if review is None or not (Role.AUDITOR in by.roles or may_answer(review, by) or may_look_again(review, by)):
        raise PermissionDenied
    return review


def may_answer(review: Review, by: User) -> bool:
    return not objection(check_may_answer, review, by)


def relook_of(review: Review) -> Relook | None:
    """What its office looks at again because of it; None where it is in order or not concluded."""
    return getattr(review, "relook", None)


def may_look_again(review: Review, by: User) -> bool:
    relook = relook_of(review)
    return relook is not None and not objection(check_may_answer_relook, relook, by)
