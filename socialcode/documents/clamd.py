"""Asking a ClamAV daemon whether a file carries a virus, over its own protocol (INSTREAM)."""

import socket
import struct
from contextlib import closing
from urllib.parse import urlsplit

from django.conf import settings

PIECE = 64 * 1024
PATIENCE = 30  # seconds
LONGEST_ANSWER = 4096
USUAL_PORT = 3310


class ClamdError(Exception):
    """The daemon cannot be reached, or does not say whether the file is clean."""


def scan(data: bytes) -> str:
    """The name of the virus that was found; empty for a clean file."""
    try:
        with closing(_connected()) as daemon:
            daemon.sendall(b"zINSTREAM\0")
            for start in range(0, len(data), PIECE):
                piece = data[start : start + PIECE]
                daemon.sendall(struct.pack("!I", len(piece)) + piece)
            daemon.sendall(struct.pack("!I", 0))
            answer = _answer(daemon)
    except OSError as error:
        raise ClamdError(str(error)) from error
    if answer.endswith(" FOUND"):
        return answer.removeprefix("stream: ").removesuffix(" FOUND")
    if answer != "stream: OK":
        raise ClamdError(answer)
    return ""


def _connected() -> socket.socket:
    """CLAMD_URL is tcp://host:3310 or unix:///path/of/the/socket."""
    address = urlsplit(settings.CLAMD_URL)
    if address.scheme == "unix":
        daemon = socket.socket(socket.AF_UNIX)
        daemon.settimeout(PATIENCE)
        daemon.connect(address.path)
        return daemon
    return socket.create_connection((address.hostname, address.port or USUAL_PORT), timeout=PATIENCE)


def _answer(daemon: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0") and len(said) < LONGEST_ANSWER:
        more = daemon.recv(LONGEST_ANSWER)
        if not more:
            break
        said += more
    return said.rstrip(b"\0").decode(errors="replace").strip()
