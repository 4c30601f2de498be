"""One bind, from its beginning to its end: what is due goes, what comes is kept, the line is asked whether it lives.

These run side by side, and the first that fails ends all of them. What was then on its way without an answer stands in
the rows as it is: cut off. Everything of the database runs in one thread of its own, one transaction after another.
"""

import asyncio
import contextlib
import logging
import secrets
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import Error as DatabaseError
from smpplib import consts

from socialcode.running.sms_centre import SmsCentre

from . import inward, queue
from .inward import Came
from .pace import Pace
from .pdus import Heard
from .queue import Answer, Outgoing
from .wire import ANSWER, LostError, Wire

LOOKS_AGAIN = 0.2  # seconds between looks at an empty queue
DATABASE_AGAIN = 1.0  # seconds until a database that is away is asked again
MOST_UNREAD = 200  # messages from the centre that are kept in memory; then the line is not read
AT_ONCE = 100  # of one transaction
GOODBYE = 5  # seconds for the centre to answer an unbind
log = logging.getLogger(__name__)


class RefusedError(LostError):
    """The centre does not let the portal in."""


@dataclass
class Unconfirmed:
    """Messages of which the centre may not know that they were kept; they outlive a line.

    `words` of earlier lines; `told` on this one, with the number of the last request before the centre was told, and
    `telling` what is being kept.
    """

    words: list[str] = field(default_factory=list)
    told: deque[tuple[int, str]] = field(default_factory=deque)
    telling: list[str] = field(default_factory=list)

    def confirm(self, sequence: int) -> None:
        """The centre answers a request: it has read all that was written before."""
        while self.told and self.told[0][0] < sequence:
            self.told.popleft()

    def break_off(self) -> None:
        """The line is gone: what was not confirmed may come once more."""
        self.words = [*(words for _sequence, words in self.told), *self.telling]
        self.told.clear()
        self.telling.clear()


class Session:
    """`database` runs a function in the thread of the database. `stopping` asks for an orderly end."""

    def __init__(
        self, centre: SmsCentre, database: Callable, stopping: asyncio.Event, unconfirmed: Unconfirmed, pace: Pace
    ):
        self.centre, self.database, self.stopping = centre, database, stopping
        self.unconfirmed, self.pace, self.line = unconfirmed, pace, secrets.token_hex(4)
        self.on_its_way: dict[int, tuple[Outgoing, float]] = {}
        self.unwritten: deque[Outgoing] = deque()
        self.answers: list[Answer] = []
        self.answered, self.to_keep, self.came = asyncio.Event(), asyncio.Event(), asyncio.Queue(MOST_UNREAD)
        self.enquired: dict[int, asyncio.Future] = {}
        self.bound_at: float | None = None
        self.wire: Wire | None = None

    async def run(self) -> None:
        """Until the line is lost (LostError) or an orderly end was asked for."""
        self.wire = await Wire.opened(self.centre)
        try:
            heard = self.wire.heard()
            await self._bind(heard)
            await self._all(
                self._listen(heard), self._take_in(), self._keep_alive(), self._send(), self._keep_answers()
            )
        finally:
            self.unconfirmed.break_off()
            await self.wire.close()
            await self._leave()

    async def _bind(self, heard) -> None:
        fields = {
            "system_id": self.centre.name,
            "password": self.centre.password,
            "system_type": self.centre.system_type,
        }
        number = self.wire.ask("bind_transceiver", **fields)
        try:
            async with asyncio.timeout(ANSWER):
                async for said in heard:
                    if said.command in ("bind_transceiver_resp", "generic_nack") and said.sequence == number:
                        break
        except TimeoutError as error:
            raise LostError("the centre does not answer a bind") from error
        if said.status or said.command == "generic_nack":
            raise RefusedError(f"the centre refuses the bind: {queue.word(said.status)}")
        self.bound_at = time.monotonic()
        log.info("Bound to the SMS centre %s:%s", self.centre.host, self.centre.port)

    async def _all(self, *parts) -> None:
        """Run side by side until the first ends; what it raised is raised."""
        tasks = [asyncio.create_task(part) for part in parts]
        try:
            done, _others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _listen(self, heard) -> None:
        async for said in heard:
            if said.command == "submit_sm_resp" or (
                said.command == "generic_nack" and said.sequence in self.on_its_way
            ):
                self._hear_answer(said)
            elif said.command in ("deliver_sm", "data_sm"):
                await self.came.put(said)
            elif said.command == "enquire_link":
                self.wire.answer(said)
            elif said.command == "enquire_link_resp" and (enquired := self.enquired.pop(said.sequence, None)):
                self.unconfirmed.confirm(said.sequence)
                enquired.set_result(None)
            elif said.command == "unbind":
                self.wire.answer(said)
                raise LostError("the centre ends the session")
            elif said.command == "unbind_resp":
                return

    def _hear_answer(self, said: Heard) -> None:
        going, _since = self.on_its_way.pop(said.sequence, (None, None))
        if going is None:
            return  # an answer that comes twice
        self.unconfirmed.confirm(said.sequence)
        status = said.status or (consts.SMPP_ESME_RSYSERR if said.command == "generic_nack" else 0)
        self.pace.refused() if status in queue.SLOWER else self.pace.taken(1)
        self.answers.append(Answer(going.part, status, said.name))
        self.to_keep.set()
        self.answered.set()

    async def _take_in(self) -> None:
        """Keep what came, then tell the centre so. What cannot be kept now, the centre sends again."""
        while True:
            said = [await self.came.get()]
            while not self.came.empty() and len(said) < AT_ONCE:
                said.append(self.came.get_nowait())
            statuses = await self._kept(said)
            for each, status in zip(said, statuses, strict=True):
                self.wire.answer(each, status)
            await self.wire.flush()

    async def _kept(self, said: list[Heard]) -> list[int]:
        came = [Came.read(self.line, each.sequence, each.body) for each in said]
        self.unconfirmed.telling = [each.words for each in came]
        try:
            for again in await self.database(inward.keep, came, self.unconfirmed.words):
                self.unconfirmed.words.remove(again)
        except DatabaseError:
            if len(said) > 1:  # one that cannot be kept must not hold up the others
                return [status for each in said for status in await self._kept([each])]
            log.exception("What the SMS centre sent is not kept now")
            self.unconfirmed.telling.clear()
            return [consts.SMPP_ESME_RX_T_APPN]
        self.unconfirmed.told.extend((self.wire.sequence, words) for words in self.unconfirmed.telling)
        self.unconfirmed.telling.clear()
        return [0] * len(said)

    async def _keep_alive(self) -> None:
        """Ask the centre now and then whether it is there, and give up a line on which a message has no answer."""
        while True:
            await asyncio.sleep(self.centre.enquire)
            oldest = min((since for _going, since in self.on_its_way.values()), default=None)
            if oldest and time.monotonic() - oldest > ANSWER:
                raise LostError("the centre does not answer a message")
            answer = self.enquired[self.wire.ask("enquire_link")] = asyncio.get_running_loop().create_future()
            try:
                async with asyncio.timeout(ANSWER):
                    await answer
            except TimeoutError as error:
                raise LostError("the centre does not answer at all") from error

    async def _send(self) -> None:
        while not self.stopping.is_set():
            room = self.centre.window - len(self.on_its_way)
            room = min(room, self.centre.window * 4 - len(self.answers))
            allowed = self.pace.allowed(room) if room > 0 else 0
            written = await self._write(allowed) if allowed else 0
            self.pace.unused(allowed - written)
            if not written or allowed == 0:
                await self._wait(LOOKS_AGAIN if allowed else 0.02)
        while self.on_its_way or self.answers:
            await self._wait(LOOKS_AGAIN)
        self.wire.ask("unbind")
        await self.wire.flush()
        await asyncio.sleep(GOODBYE)

    async def _write(self, most: int) -> int:
        """Write as much as may go, and return how much did."""
        if not self.unwritten:
            try:
                self.unwritten.extend(await self.database(queue.claim, most))
            except DatabaseError:
                log.exception("The queue of SMS cannot be read now")
                await asyncio.sleep(DATABASE_AGAIN)
        written = 0
        while self.unwritten and written < most:
            going = self.unwritten.popleft()
            written += 1
            try:
                self.on_its_way[self.wire.ask("submit_sm", **going.fields)] = (going, time.monotonic())
            except (ValueError, TypeError) as error:  # an address that is none, such as one in letters of any alphabet
                log.exception("A part of delivery %s cannot be written", going.part.delivery_id)
                await self.database(queue.cannot_be_written, going.part, error)
        await self.wire.flush()
        return written

    async def _wait(self, seconds: float) -> None:
        """Until something is answered, or so long."""
        self.answered.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.answered.wait()

    async def _keep_answers(self) -> None:
        while True:
            await self.to_keep.wait()
            await self._settle()
            if not self.answers:
                self.to_keep.clear()

    async def _settle(self) -> None:
        """Keep what was answered, however long the database is away: what is forgotten here would go twice."""
        while batch := self.answers[:AT_ONCE]:
            try:
                await self.database(queue.settle, batch)
            except DatabaseError:
                log.exception("Answers of the SMS centre are not kept now")
                await asyncio.sleep(DATABASE_AGAIN)
                continue
            del self.answers[: len(batch)]
            return

    async def _leave(self) -> None:
        """Keep what is known at the end of a line: answers that came, and what was never written."""
        while self.answers:
            await self._settle()
        if self.unwritten:
            await self.database(queue.give_back, [going.part for going in self.unwritten])
        if self.on_its_way:
            log.warning("%s messages were cut off: whether the SMS centre has them is not known", len(self.on_its_way))
