"""The main places of the portal and who is shown them. A new place is one line here."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import OF_AN_OFFICE, Role
from socialcode.notices.models import Notice


def everybody(user) -> bool:
    return True


def citizens(user) -> bool:
    """Those who have an account as a person of the register."""
    return bool(user.is_authenticated and user.iin)


def holders_of(*roles) -> Callable:
    """Staff who hold one of the roles."""

    def holds(user) -> bool:
        return user.is_authenticated and not user.roles.isdisjoint(roles)

    return holds


def nothing(user) -> int:
    return 0


def unread_notices(user) -> int:
    """One query for a citizen."""
    return Notice.objects.unread().filter(to__iin=user.iin).count()


@dataclass(frozen=True)
class Place:
    """`url` names an address; `under` are beginnings of addresses that belong to it; `count` is what waits there.

    Who is shown a place that `is_desk` begins there after signing in; who is shown several, at the first.
    `pages` are the addresses and words of its pages, where it has several that all who are shown it may open.
    """

    url: str
    label: str
    who: Callable = everybody
    under: tuple[str, ...] = ()
    count: Callable = nothing
    is_desk: bool = False
    pages: tuple[tuple[str, str], ...] = ()


THE_LAW = (("law:numbers", _("The law in numbers")), ("guide:code", _("The Code, article by article")))
MINE = (("registers:own", _("My data")), ("family_map:own", _("My family’s map")))
PLACES = (
    Place("check:start", _("Check"), under=("/check/",)),
    Place("guide:payments", _("Payments"), under=("/payments/", "/aid/", "/other-laws/", "/search/")),
    Place("law:numbers", _("The law in numbers"), under=("/law/code/",), pages=THE_LAW),
    Place("cases:mine", _("My claims"), citizens, under=("/claims/",)),
    Place("notices:index", _("Notices"), citizens, under=("/notices/",), count=unread_notices),
    Place("registers:own", _("My data"), citizens, under=("/me/", "/family/"), pages=MINE),
    Place("work:queue", _("Claims"), holders_of(*OF_AN_OFFICE), under=("/work/",), is_desk=True),
    Place("family_map:families", _("Families in need"), holders_of(Role.OFFICER, Role.HEAD), under=("/map/families/",)),
    Place("registers:find", _("People"), holders_of(*OF_AN_OFFICE, Role.AUDITOR), under=("/people/",)),
    Place("oversight:events", _("Audit"), holders_of(Role.AUDITOR), under=("/audit/",), is_desk=True),
    Place("oversight:questions", _("Auditors' questions"), holders_of(Role.OFFICER, Role.HEAD)),
    Place("law:manage", _("Manage"), holders_of(Role.ADMINISTRATOR), under=("/law/manage/",), is_desk=True),
    Place("accounts:people", _("People and roles"), holders_of(Role.ADMINISTRATOR), under=("/accounts/people/",)),
    Place("family_map:runs", _("Family map"), holders_of(Role.ADMINISTRATOR), under=("/map/runs/",)),
    Place("operating:state", _("State of the portal"), holders_of(Role.ADMINISTRATOR)),
)


def places(user, path) -> list[dict]:
    """The places of a user as address, label, what waits, and `current`: "page", "true" (somewhere in it) or empty."""
    return [
        {"href": href, "label": place.label, "current": _current(place, href, path), "count": place.count(user)}
        for place in PLACES
        if place.who(user)
        for href in [reverse(place.url)]
    ]


def desk_of(user) -> str:
    """The address at which a user begins after signing in."""
    return next((reverse(place.url) for place in PLACES if place.is_desk and place.who(user)), "/")


def pages(path) -> list[dict]:
    """The pages beside this one, as address, label and `current`; none where a place has only one."""
    beside = next((place.pages for place in PLACES if place.pages and _current(place, reverse(place.url), path)), ())
    each = [(reverse(url), label) for url, label in beside]
    here = max((href for href, _label in each if path.startswith(href)), key=len, default="")
    current = "page" if path == here else "true"
    return [{"href": href, "label": label, "current": current if href == here else ""} for href, label in each]


def _current(place, href, path) -> str:
    if path == href:
        return "page"
    return "true" if any(path.startswith(start) for start in place.under) else ""
