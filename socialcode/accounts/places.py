"""Where a visitor comes from, as it is counted: an address may be one of many that one person has."""

from ipaddress import IPv6Address, ip_address, ip_network

ONE_HOUSEHOLD = 64  # bits of an IPv6 address: what one connection gets, and may number as it likes


def place_of(address: str) -> str:
    """An IPv4 address, the network of an IPv6 address, or the text itself where it is neither."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and not found.ipv4_mapped:
        return str(ip_network((found, ONE_HOUSEHOLD), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)
