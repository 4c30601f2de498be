"""Asking a ClamAV daemon whether a file carries a virus."""

import io
from urllib.parse import urlsplit

from clamav_client.clamd import ClamdError, ClamdNetworkSocket, ClamdUnixSocket
from django.conf import settings

PATIENCE = 30  # seconds
USUAL_PORT = 3310


class NotScannedError(Exception):
    """The daemon does not say whether the file is clean."""


class AwayError(NotScannedError):
    """The daemon cannot be reached at all: no file is to blame."""


def scan(data: bytes) -> str:
    """The name of the virus that was found; empty for a clean file. Raises NotScannedError or AwayError."""
    try:
        verdict, details = _daemon().instream(io.BytesIO(data)).get("stream", ("ERROR", "no answer"))
    except (ClamdError, OSError) as error:
        # A daemon hangs up on a file that is too large for it, and still answers everybody else
        raise (NotScannedError if answers() else AwayError)(str(error)) from error
    if verdict == "ERROR":
        raise NotScannedError(details)
    return details if verdict == "FOUND" else ""


def answers(patience: int = PATIENCE) -> bool:
    """Whether the daemon answers at all, within so many seconds."""
    daemon = _daemon(patience)
    try:
        return daemon.ping() == "PONG"
    except (ClamdError, OSError):
        daemon.clamd_socket.close()  # the library leaves it open when nobody is there
        return False


def _daemon(patience: int = PATIENCE) -> ClamdNetworkSocket | ClamdUnixSocket:
    """CLAMD_URL is tcp://host:3310, reached over IPv4, or unix:///path/of/the/socket."""
    address = urlsplit(settings.CLAMD_URL)
    if address.scheme == "unix":
        return ClamdUnixSocket(address.path, timeout=patience)
    return ClamdNetworkSocket(address.hostname, address.port or USUAL_PORT, timeout=patience)
