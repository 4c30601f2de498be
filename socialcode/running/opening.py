"""Tells once that the web server takes visitors: its processes speak of themselves a moment before they listen."""

import socket
import threading
import time
from collections.abc import Callable

EVERY = 0.2  # seconds between two tries


def tell_when_open(host: str, port: int, tell: Callable[[], None]) -> None:
    """Call `tell` from a thread of its own as soon as `port` takes a connection. Ends with the process."""
    address = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host), port  # noqa: S104 - every address has this one
    threading.Thread(target=_try, args=(address, tell), daemon=True).start()


def _try(address: tuple[str, int], tell: Callable[[], None]) -> None:
    while True:
        try:
            socket.create_connection(address, timeout=EVERY).close()
        except OSError:
            time.sleep(EVERY)
        else:
            return tell()
