"""What the headers of a request say of its visitor, before a page is asked."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import parse_cookie

ONE_HOUSEHOLD = 64  # bits of an IPv6 address: what one connection gets, and may number as it likes


def visitor_of(scope: dict) -> str:
    """By what requests of one visitor are counted: the address, behind a proxy the one that the proxy names last."""
    peer = (scope.get("client") or ("",))[0]
    named = header(scope, b"x-forwarded-for").rpartition(",")[2].strip() if settings.BEHIND_PROXY else ""
    try:
        address = ip_address(named or peer)
    except ValueError:
        return peer
    if isinstance(address, IPv6Address) and not address.ipv4_mapped:
        return str(ip_network((address, ONE_HOUSEHOLD), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)


def language_of(scope: dict) -> str:
    """The language that the visitor chose, else that of the portal."""
    chosen = parse_cookie(header(scope, b"cookie")).get(settings.LANGUAGE_COOKIE_NAME)
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def header(scope: dict, name: bytes) -> str:
    """A header of the request, several of one name with commas between; empty for none."""
    return ",".join(value.decode("latin1") for given, value in scope["headers"] if given == name)
