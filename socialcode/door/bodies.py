"""Taking in what a request brings, within limits of time and size, before anybody waits for it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

from .limits import Limits
from .refusals import BusyError, NoRoomError, SlowError, TooLargeError, TooManyError
from .sizes import size_of
from .visitors import header


class GoneError(Exception):
    """The visitor broke off."""


class Bodies:
    """All bodies that lie here, counted by visitor."""

    def __init__(self, limits: Limits):
        self._limits = limits
        self._kept: Counter[str] = Counter()

    @asynccontextmanager
    async def taken(self, scope: dict, receive: Callable, visitor: str) -> AsyncIterator[BinaryIO]:
        """The whole body as a file, which who gets it closes. Raises RefusedError, and GoneError."""
        body, size = SpooledTemporaryFile(self._limits.in_memory), 0  # noqa: SIM115
        try:
            async for part in self._parts(scope, receive):
                size += len(part)
                self._count(visitor, len(part))
                body.write(part)
            body.seek(0)
        except BaseException as error:
            body.close()
            self._count(visitor, -size)
            if isinstance(error, OSError):
                raise NoRoomError from error
            raise
        try:
            yield body
        finally:
            self._count(visitor, -size)

    async def _parts(self, scope: dict, receive: Callable) -> AsyncIterator[bytes]:
        if not (length := header(scope, b"content-length")) and not header(scope, b"transfer-encoding"):
            return
        allowed = size_of(scope, self._limits)
        if length.isdecimal() and int(length) > allowed.most:
            raise TooLargeError
        began, size, is_over = asyncio.get_running_loop().time(), 0, False
        while not is_over:
            seconds = min(self._limits.grace + size / self._limits.slowest, allowed.longest)
            try:
                async with asyncio.timeout_at(began + seconds):
                    message = await receive()
            except TimeoutError as error:
                raise SlowError from error
            if message["type"] == "http.disconnect":
                raise GoneError
            is_over, part = not message.get("more_body", False), message.get("body", b"")
            size += len(part)
            if size > allowed.most:
                raise TooLargeError
            yield part

    def _count(self, visitor: str, size: int) -> None:
        self._kept[visitor] += size
        if not self._kept[visitor]:
            del self._kept[visitor]
        if size > 0 and self._kept[visitor] > self._limits.bodies_of_one:
            raise TooManyError
        if size > 0 and self._kept.total() > self._limits.bodies_of_all:
            raise BusyError
