"""The complaints of offices in lists: what is open, mine, late or answered, with the clock of each."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import OF_AN_OFFICE, User
from socialcode.accounts.territory import offices_of
from socialcode.awards.models import Change
from socialcode.cases.standing_in import works_for
from socialcode.law.working_days import working_days_left

from .models import OPEN, Proceeding

A_PAGE = 50
TABS = {
    "open": _("Open complaints"),
    "mine": _("My complaints"),
    "late": _("Over the day"),
    "to_set_right": _("To set right"),
    "closed": _("Answered"),
}


@dataclass(frozen=True)
class Tab:
    """One list of complaints: its name in addresses, its words, and how many stand in it."""

    name: str
    label: str | Promise
    count: int
    is_current: bool


def listed(user: User, tab: str, number: str = "1") -> Page:
    """One page of a list, the most urgent first; what is answered, the newest first."""
    order = ("-closed_at", "-pk") if tab == "closed" else ("due_on", "pk")
    found = _mine(user).filter(_filter(tab, user)).whole().order_by(*order)
    page = Paginator(found, A_PAGE).get_page(number)
    for proceeding in page:
        proceeding.days_left = working_days_left(timezone.localdate(), proceeding.due_on)
    return page


def tabs(user: User, current: str) -> list[Tab]:
    """The lists with how many are in each; one query."""
    wanted = [_filter(name, user) for name in TABS]
    counts = _mine(user).aggregate(
        **{name: Count("pk", filter=where, distinct=True) for name, where in zip(TABS, wanted, strict=True)}
    )
    return [Tab(name, label, counts[name], name == current) for name, label in TABS.items()]


def waiting_for(user: User) -> QuerySet[Proceeding]:
    """What waits for somebody: at their offices, with nobody yet or with them."""
    if not user.is_of_office:
        return Proceeding.objects.none()
    mine = Q(assigned_to=None) | Q(assigned_to__in=works_for(user)) | Q(state="approval")
    return Proceeding.objects.open().filter(mine, office__in=offices_of(user, *OF_AN_OFFICE))


def _mine(user: User):
    return Proceeding.objects.at(offices_of(user, *OF_AN_OFFICE))


def _filter(tab: str, user: User) -> Q:
    is_open = Q(state__in=OPEN)
    return {
        "open": is_open,
        "mine": is_open & Q(assigned_to__in=works_for(user)),
        "late": is_open & Q(due_on__lt=timezone.localdate()),
        "to_set_right": _to_set_right(),
        "closed": ~is_open,
    }[tab]


def _to_set_right() -> Q:
    """Where the complaint was right, a payment stands as it was granted, and nobody proposed another amount since."""
    since = Change.objects.filter(
        award__decision__claim=OuterRef("claim"), decision__decided_at__gte=OuterRef("closed_at")
    ).exclude(state__in=[Change.State.RETURNED, Change.State.RECALLED])
    is_right = Q(state__in=["upheld", "partly"], claim__status="granted", claim__reopened_at=None)
    return is_right & ~Exists(since)
