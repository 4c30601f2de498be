"""The door to a decision under check: for auditors, and for who answers for it."""

from django.core.exceptions import PermissionDenied

from socialcode.accounts.models import Role, User
from socialcode.refusal import objection

from .models import Review
from .policies import check_may_answer


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
    return not objection(check_may_answer, review, by)
