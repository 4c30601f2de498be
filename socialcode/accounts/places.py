"""Where a visitor comes from, as it is counted: an address may be one of many that one person has."""

from ipaddress import IPv6Address, ip_address

from django.http.request import split_domain_port

ONE_HOUSEHOLD = 64  # bits of an IPv6 address: what one connection gets, and may number as it likes
NOWHERE = "::"  # all whose address nobody told count together


def place_of(address: str) -> str:
    """An IPv4 address, the first address of an IPv6 network, or NOWHERE where it is neither. A port does not count."""
    without_port = split_domain_port(address)[0].strip("[]")
    found = _read(address) or _read(without_port) or IPv6Address(NOWHERE)
    if not isinstance(found, IPv6Address):
        return str(found)
    outside = 128 - ONE_HOUSEHOLD
    return str(found.ipv4_mapped or IPv6Address(int(found) >> outside << outside))


def _read(address: str):
    try:
        return ip_address(address)
    except ValueError:
        return None
