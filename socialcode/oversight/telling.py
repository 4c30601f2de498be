"""Telling an office of what auditors ask: its heads, or its officers where it has none."""

from django.urls import reverse

from socialcode.accounts.models import Role, User
from socialcode.cases.models import News
from socialcode.cases.telling import tell

from .models import Review


def ask_who_decided(review: Review, question: str) -> None:
    """Tell the officer who decided of a question; the office, where the rule decided."""
    if review.decision.is_by_rule:
        tell_office(review, News.Kind.QUESTION, question)
    else:
        _tell(review, News.Kind.QUESTION, question, review.decision.decided_by)


def tell_office(review: Review, kind: str, text: str) -> None:
    """Tell the heads of the office, and where it has none its officers who did not decide."""
    decision = review.decision
    office = decision.origin.office
    holders = User.objects.filter(role_grants__office=office, role_grants__ended_at=None, is_active=True)
    heads, officers = (holders.filter(role_grants__role=role).distinct() for role in (Role.HEAD, Role.OFFICER))
    for user in heads or officers.exclude(pk=decision.decided_by_id):
        _tell(review, kind, text, user)


def _tell(review: Review, kind: str, text: str, user: User) -> None:
    """What is new stands on a claim; what is asked about a contract stands in the list of questions only."""
    if claim := review.decision.claim:
        tell(claim, kind, text, to=user, address=reverse("oversight:review", args=[review.key]))
