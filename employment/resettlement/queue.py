"""The moves of an office in lists: who waits, whose contract runs, what is late, what is over."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import OF_AN_OFFICE, User
from socialcode.accounts.territory import offices_of

from . import places
from .models import CLOSED, Move, Ruling, Step

A_PAGE = 50
State = Move.State
TABS = {
    "waiting": _("Wait for the commission"),
    "voting": _("For a second person"),
    "contracts": _("Social contracts"),
    "late": _("A step is late"),
    "closed": _("Over"),
}


@dataclass(frozen=True)
class Tab:
    """One list of moves: its name in addresses, its words, and how many stand in it."""

    name: str
    label: str | Promise
    count: int
    is_current: bool


def listed(user: User, tab: str, number: str = "1") -> Page:
    """One page of a list: who goes first stands first; what is over, the newest first."""
    found = Move.objects.at(offices_of(user, *OF_AN_OFFICE)).filter(_filter(tab)).select_related("person", "office")
    found = found.order_by("-closed_at", "-pk") if tab == "closed" else found.in_order()
    page = Paginator(found, A_PAGE).get_page(number)
    for move in page:
        move.region = places.name_of(move.goes_to)
    return page


def tabs(user: User, current: str) -> list[Tab]:
    """The lists with how many are in each; one query."""
    counts = Move.objects.at(offices_of(user, *OF_AN_OFFICE)).aggregate(
        **{name: Count("pk", filter=_filter(name), distinct=True) for name in TABS}
    )
    return [Tab(name, label, counts[name], name == current) for name, label in TABS.items()]


def waiting_for(user: User) -> QuerySet[Move]:
    """Moves of the user's offices on which the commission has something to do."""
    return Move.objects.at(offices_of(user, *OF_AN_OFFICE)).filter(_filter("waiting") | _filter("voting"))


def _filter(tab: str) -> Q:
    waits = Ruling.objects.waiting().filter(move=OuterRef("pk"))
    late = Step.objects.late(timezone.localdate()).filter(contract__move=OuterRef("pk"))
    return {
        "waiting": Q(state__in=(State.APPLIED, State.AGREED)),
        "voting": Q(Exists(waits)),
        "contracts": Q(state__in=(State.MOVING, State.ENDING)),
        "late": Q(Exists(late)),
        "closed": Q(state__in=CLOSED),
    }[tab]
