"""Asking other systems, with an end.

A timeout of a socket is one of each read: who answers a byte at a time holds a worker for as long as they like, and
who never stops answering fills its memory. Here the whole exchange has a deadline, and the answer a size.
"""

import io
import socket
import threading
from contextlib import suppress

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

SECONDS = (5, 15)  # to connect, and for each read
ALTOGETHER = 20  # seconds of a whole exchange
LARGEST = 1024 * 1024  # bytes of an answer

_running = threading.local()


def post(address: str, **what) -> requests.Response:
    """As `requests.post`, in a session of its own that follows no redirect. Raises requests.RequestException."""
    with requests.Session() as session:
        bound(session)
        return session.post(address, timeout=SECONDS, allow_redirects=False, **what)


def bound(session: requests.Session, altogether: float = ALTOGETHER) -> None:
    """Give every exchange of a session its deadline and its size."""
    for scheme in ("http://", "https://"):
        session.mount(scheme, _Bounded(altogether))


def watch(line: socket.socket) -> None:
    """Have the deadline of the exchange that runs in this thread break this line."""
    _running.deadline.watch(line)


class Deadline:
    """Breaks the line that an exchange runs over once its time is up. A context manager around the exchange."""

    def __init__(self, seconds: float):
        self.is_over, self._line, self._lock = False, None, threading.Lock()
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self):
        _running.deadline = self
        self._timer.start()
        return self

    def __exit__(self, *_error):
        self._timer.cancel()
        with self._lock:
            self._line = None

    def watch(self, line: socket.socket) -> None:
        """From now on the exchange runs over this line."""
        with self._lock:
            self._line = line

    def _end(self) -> None:
        with self._lock:
            self.is_over = True
            if self._line:
                with suppress(OSError):
                    socket.socket.shutdown(self._line, socket.SHUT_RDWR)  # beneath TLS, whose state is being used


class _Answering:
    """A connection whose answer has a deadline; connecting and TLS have one by themselves."""

    def getresponse(self):
        watch(self.sock)
        return super().getresponse()


class _Plain(_Answering, HTTPConnection):
    pass


class _Encrypted(_Answering, HTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _EncryptedPool(HTTPSConnectionPool):
    ConnectionCls = _Encrypted


class _Bounded(HTTPAdapter):
    def __init__(self, altogether: float):
        self.altogether = altogether
        super().__init__()

    def init_poolmanager(self, *arguments, **options):
        super().init_poolmanager(*arguments, **options)
        self.poolmanager.pool_classes_by_scheme = {"http": _PlainPool, "https": _EncryptedPool}

    def proxy_manager_for(self, proxy, **options):
        manager = super().proxy_manager_for(proxy, **options)
        manager.pool_classes_by_scheme = {"http": _PlainPool, "https": _EncryptedPool}
        return manager

    def send(self, request, **options):
        with Deadline(self.altogether) as deadline:
            try:
                answer = super().send(request, **options | {"stream": True})
                with answer.raw as raw:
                    said = raw.read(LARGEST + 1, decode_content=True)
            except (requests.ConnectionError, HTTPError) as error:
                if deadline.is_over:
                    raise requests.ReadTimeout("the answer took too long", request=request) from error
                raise requests.ConnectionError(error, request=request) from error
        if deadline.is_over:
            raise requests.ReadTimeout("the answer took too long", request=request)
        if len(said) > LARGEST:
            raise requests.exceptions.ContentDecodingError("the answer is too large", request=request)
        answer.raw = io.BytesIO(said)
        return answer
