"""What the headers of a request say of its visitor, before a page is asked."""

from django.conf import settings
from django.http import parse_cookie

from socialcode.accounts.places import place_of


def visitor_of(scope: dict) -> str:
    """By what requests of one visitor are counted: the place, behind a proxy the one that the proxy names last."""
    named = header(scope, b"x-forwarded-for").rpartition(",")[2].strip() if settings.BEHIND_PROXY else ""
    return place_of(named or (scope.get("client") or ("",))[0])


def language_of(scope: dict) -> str:
    """The language that the visitor chose, else that of the portal."""
    chosen = parse_cookie(header(scope, b"cookie")).get(settings.LANGUAGE_COOKIE_NAME)
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def header(scope: dict, name: bytes) -> str:
    """A header of the request, several of one name with commas between; empty for none."""
    return ",".join(value.decode("latin1") for given, value in scope["headers"] if given == name)
