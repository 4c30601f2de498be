"""A line to the SMS centre: whole PDUs in both directions, and answers that find who asked.

Nothing is waited for without an end: a centre that is silent, or sends a byte at a time, is a line that was lost.
"""

import asyncio
import struct
from collections.abc import AsyncIterator

from smpplib import consts

from socialcode.running.sms_centre import SmsCentre

from . import pdus
from .pdus import BrokenError, Heard

CONNECT, ANSWER, REST_OF_PDU = 10, 30, 10  # seconds
LAST_SEQUENCE = 0x7FFFFFFF
LENGTH = struct.Struct(">L")


class LostError(Exception):
    """The line to the centre is gone, or the centre does not speak SMPP as it should."""


class Wire:
    """An open line. `sequence` is the number of the last request."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
        self._reader, self._writer, self.sequence = reader, writer, 0

    @classmethod
    async def opened(cls, centre: SmsCentre) -> "Wire":
        """Connect. Raises LostError."""
        try:
            async with asyncio.timeout(CONNECT):
                return cls(*await asyncio.open_connection(centre.host, centre.port, ssl=centre.tls()))
        except (OSError, TimeoutError) as error:
            raise LostError(f"the centre cannot be reached: {type(error).__name__}") from error

    def ask(self, name: str, **fields) -> int:
        """Write a request; returns its number."""
        self.sequence = self.sequence % LAST_SEQUENCE + 1
        self._writer.write(pdus.written(name, self.sequence, **fields))
        return self.sequence

    def answer(self, heard: Heard, status: int = 0) -> None:
        """Write the answer to a request of the centre."""
        self._writer.write(pdus.written(f"{heard.command}_resp", heard.sequence, status))

    def refuse(self, error: BrokenError) -> None:
        """Tell the centre that what it sent is no PDU."""
        self._writer.write(pdus.written("generic_nack", error.sequence, error.status))

    async def flush(self) -> None:
        """Wait until the centre has read most of what was written. Raises LostError."""
        try:
            async with asyncio.timeout(ANSWER):
                await self._writer.drain()
        except (OSError, TimeoutError) as error:
            raise LostError("the centre does not read what is sent") from error

    async def heard(self) -> AsyncIterator[Heard]:
        """All that the centre says, until the line is lost. Raises LostError."""
        while True:
            frame = await self._frame()
            try:
                said = pdus.read(frame)
            except BrokenError as error:
                self.refuse(error)
                continue
            yield said

    async def _frame(self) -> bytes:
        try:
            first = await self._reader.readexactly(1)  # between PDUs the centre may be silent: it is asked now and then
            async with asyncio.timeout(REST_OF_PDU):
                head = first + await self._reader.readexactly(LENGTH.size - 1)
                (length,) = LENGTH.unpack(head)
                if not pdus.HEADER.size <= length <= pdus.LARGEST:
                    self.refuse(BrokenError("its length", consts.SMPP_ESME_RINVCMDLEN))
                    raise LostError(f"the centre announces a PDU of {length} bytes")
                return head + await self._reader.readexactly(length - len(head))
        except (OSError, EOFError, TimeoutError) as error:
            raise LostError(f"the line broke: {type(error).__name__}") from error

    async def close(self) -> None:
        """Hang up; what cannot be said any more is not waited for."""
        self._writer.close()
        try:
            async with asyncio.timeout(1):
                await self._writer.wait_closed()
        except (OSError, TimeoutError):
            self._writer.transport.abort()
