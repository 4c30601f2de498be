"""The way to the main places of the portal (see `table`), as each user is shown it on each page."""

from socialcode.cases.staff.saved_filters import filters_of
from socialcode.look.addresses import address

from .counting import counted
from .place import Place
from .table import GROUPS, PLACES


def places(user, path) -> list[dict]:
    """The places of a user as address, label, what waits, and `current`: "page", "true" (somewhere in it) or empty."""
    return [_shown(place, waiting, path) for place, waiting in _places_of(user)]


def _places_of(user) -> list[tuple[Place, int]]:
    """The places that a user is shown, each with how much waits there."""
    own = [place for place in PLACES if place.who(user)]
    return list(zip(own, counted([place.waiting(user) for place in own]), strict=True))


def _shown(place, waiting, path) -> dict:
    href = address(place.url)
    current = _current(place, href, path)
    return {"href": href, "label": place.label, "icon": place.icon, "current": current, "count": waiting}


def groups(user, path) -> list[dict]:
    """The places of one of the staff in their groups, as title and places; each place is as `places` gives it, with its
    icon. One of them is current: the one whose address goes furthest into this one, `path`, which has its query."""
    bare = path.partition("?")[0]
    own = [(place.group, _shown(place, waiting, bare), _depth(place, bare)) for place, waiting in _places_of(user)]
    own += [("saved", _saved(one), len(path) * (path == one.address)) for one in filters_of(user)]
    deepest = max((depth for _group, _place, depth in own), default=0)
    marked = [
        (group, place if deepest and depth == deepest else place | {"current": ""}) for group, place, depth in own
    ]
    shown = [
        {"title": title, "places": [place for of, place in marked if of == group]} for group, title in GROUPS.items()
    ]
    return [group for group in shown if group["places"]]


def _depth(place, path) -> int:
    """How far into an address a place goes; 0 for one that it does not belong to."""
    starts = (start for start in (*place.under, address(place.url)) if start != "/")
    return max((len(start) for start in starts if path.startswith(start)), default=int(path == address(place.url)))


def _saved(one) -> dict:
    return {"href": one.address, "label": one.name, "icon": "star", "count": 0, "current": "page"}


def desk_of(user) -> str:
    """The address at which a user begins after signing in."""
    return next((address(place.url) for place in PLACES if place.is_desk and place.who(user)), "/")


def pages(path) -> list[dict]:
    """The pages beside this one, as address, label and `current`; none where a place has only one."""
    here = max(PLACES, key=lambda place: _depth(place, path))  # the staff's places may lie below one of citizens
    beside = here.pages if _current(here, address(here.url), path) else ()
    each = [(address(url), label) for url, label in beside]
    at = max((href for href, _label in each if path.startswith(href)), key=len, default="")
    current = "page" if path == at else "true"
    return [{"href": href, "label": label, "current": current if href == at else ""} for href, label in each]


def _current(place, href, path) -> str:
    if path == href:
        return "page"
    return "true" if any(path.startswith(start) for start in place.under) else ""
