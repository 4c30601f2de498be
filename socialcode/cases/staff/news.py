"""What is new for one of the staff: how much, what, and that it was read."""

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.utils import timezone

from socialcode.accounts.models import User

from ..models import Claim, News
from ..standing_in import works_for

A_PAGE = 30


def unread_of(user: User) -> QuerySet[News]:
    return News.objects.unread().filter(to__in=works_for(user)) if user.is_of_office else News.objects.none()


def inbox(user: User, *, kind: str = "", number: str = "1") -> Page:
    """What is new for somebody, unread first, then by time; of one kind, or of all."""
    found = News.objects.filter(to__in=works_for(user)).select_related("claim__person", "claim__acting__representative")
    found = found.filter(kind=kind) if kind in News.Kind.values else found
    found = found.annotate(is_read=Q(read_at__isnull=False)).order_by("is_read", "-pk")
    return Paginator(found, A_PAGE).get_page(number)


def read(claim: Claim, user: User) -> None:
    """Somebody opened a claim: what was new on it for them is read."""
    News.objects.unread().filter(claim=claim, to__in=works_for(user)).update(read_at=timezone.now())


def opened(number: int, user: User) -> News | None:
    """One's own news with this number, which is read now; None if there is none."""
    found = News.objects.filter(to__in=works_for(user), pk=number).select_related("claim").first()
    if found is not None and found.read_at is None:
        News.objects.filter(pk=number).update(read_at=timezone.now())
    return found


def read_all(user: User) -> int:
    """Returns how many were not read before."""
    return News.objects.unread().filter(to__in=works_for(user)).update(read_at=timezone.now())
