"""Telling the staff of a complaint: the heads of the office that has it, or its officers where it has no head."""

from django.urls import reverse

from socialcode.accounts.models import Role, User
from socialcode.cases.models import News
from socialcode.cases.telling import tell

from .models import Proceeding


def tell_office(proceeding: Proceeding, text: str) -> None:
    """Tell who gives complaints to officers that one came."""
    holders = User.objects.filter(role_grants__office=proceeding.office, role_grants__ended_at=None, is_active=True)
    told = holders.filter(role_grants__role=Role.HEAD).distinct() or holders.filter(role_grants__role=Role.OFFICER)
    for user in told.distinct():
        tell_one(proceeding, user, text)


def tell_one(proceeding: Proceeding, user: User, text: str, by=None) -> None:
    """Tell one of the staff; nobody is told what they did themselves (`by`)."""
    page = reverse("appeals:case", args=[proceeding.key])
    tell(proceeding.claim, News.Kind.COMPLAINT, text, to=user, by=by, address=page)
