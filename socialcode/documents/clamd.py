"""Asking a ClamAV daemon whether a file carries a virus."""

import io
from urllib.parse import urlsplit

from clamav_client.clamd import ClamdError, ClamdNetworkSocket, ClamdUnixSocket
from django.conf import settings

PATIENCE = 30  # seconds
USUAL_PORT = 3310


class NotScannedError(Exception):
    """The daemon cannot be reached, or does not say whether the file is clean."""


def scan(data: bytes) -> str:
    """The name of the virus that was found; empty for a clean file."""
    try:
        verdict, details = _daemon().instream(io.BytesIO(data)).get("stream", ("ERROR", "no answer"))
    except (ClamdError, OSError) as error:
        raise NotScannedError(str(error)) from error
    if verdict == "ERROR":
        raise NotScannedError(details)
    return details if verdict == "FOUND" else ""


def _daemon() -> ClamdNetworkSocket | ClamdUnixSocket:
    """CLAMD_URL is tcp://host:3310, reached over IPv4, or unix:///path/of/the/socket."""
    address = urlsplit(settings.CLAMD_URL)
    if address.scheme == "unix":
        return ClamdUnixSocket(address.path, timeout=PATIENCE)
    return ClamdNetworkSocket(address.hostname, address.port or USUAL_PORT, timeout=PATIENCE)
