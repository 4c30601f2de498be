"""Threads for one kind of pages, and the fair queue before them."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from .answers import Answer, Work
from .limits import LaneLimits
from .refusals import BusyError, TooLongError, TooManyError

log = logging.getLogger(__name__)


class _Place:
    """Of one visitor in the queue; `turn` is done once a thread is free for it."""

    def __init__(self, visitor: str):
        self.visitor = visitor
        self.turn = asyncio.get_running_loop().create_future()


class Lane:
    """Runs work in its own threads. All of it is called from one event loop.

    Whose turn it is: of all who wait the visitor with the fewest running, and among these who came first. So one
    visitor with many requests delays the others by one running request at most. `when_stuck` is called once no thread
    has come back in time.
    """

    def __init__(self, name: str, limits: LaneLimits, when_stuck: Callable[[], None]):
        self.name, self._limits, self._when_stuck = name, limits, when_stuck
        self._threads = ThreadPoolExecutor(limits.threads, thread_name_prefix=f"door-{name}")
        self._free, self._overdue = limits.threads, 0
        self._waiting: list[_Place] = []
        self._running: Counter[str] = Counter()

    async def run(self, visitor: str, work: Work, *, waits: float, works: float) -> Answer:
        """The answer of `work`. Raises TooManyError and BusyError before it began, TooLongError while it still runs."""
        try:
            await self._turn(visitor, waits)
        except BaseException:
            work.sent.close()
            raise
        task = asyncio.get_running_loop().run_in_executor(self._threads, work)
        task.add_done_callback(lambda _done: self._leave(visitor))
        try:
            async with asyncio.timeout(works):
                return await asyncio.shield(task)
        except asyncio.CancelledError:  # the visitor has gone
            task.add_done_callback(_forget)
            raise
        except TimeoutError as error:
            task.add_done_callback(self._came_late)
            self._overdue += 1
            log.error("A request of the lane %s runs for more than %s seconds", self.name, works)
            if self._overdue == self._limits.threads:
                self._when_stuck()
            raise TooLongError from error

    async def _turn(self, visitor: str, seconds: float) -> None:
        queued = sum(place.visitor == visitor for place in self._waiting)
        if queued + self._running[visitor] >= self._limits.of_one:
            raise TooManyError
        if len(self._waiting) + self._running.total() >= self._limits.of_all:
            raise BusyError
        place = _Place(visitor)
        self._waiting.append(place)
        self._call()
        try:
            async with asyncio.timeout(seconds):
                await asyncio.shield(place.turn)
        except BaseException as error:  # whatever ended the waiting, the place is given back
            if place in self._waiting:
                self._waiting.remove(place)
            else:
                self._leave(visitor)
            if isinstance(error, TimeoutError):
                raise BusyError from error
            raise

    def _call(self) -> None:
        while self._free and self._waiting:
            place = min(self._waiting, key=lambda waiting: self._running[waiting.visitor])
            self._waiting.remove(place)
            self._free -= 1
            self._running[place.visitor] += 1
            place.turn.set_result(None)

    def _leave(self, visitor: str) -> None:
        self._free += 1
        self._running[visitor] -= 1
        if not self._running[visitor]:
            del self._running[visitor]
        self._call()

    def _came_late(self, task: asyncio.Future) -> None:
        self._overdue -= 1
        _forget(task)


def _forget(task: asyncio.Future) -> None:
    """An answer that nobody waits for any more."""
    with suppress(Exception):
        task.result().body.close()
