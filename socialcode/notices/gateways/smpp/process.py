"""Sessions with the SMS centre, one after another, until somebody asks for an end."""

import asyncio
import logging
import random
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from django.db import Error as DatabaseError
from django.db import close_old_connections, connections

from socialcode.running.sms_centre import SmsCentre

from . import inward
from .pace import Pace
from .session import RefusedError, Session, Unconfirmed
from .wire import LostError

SHORTEST, LONGEST = 1.0, 60.0  # seconds between two tries to bind, doubled from one to the next
IS_STEADY = 60.0  # seconds after which a session counts as good, and the next pause is the shortest again
SWEEP = 60.0  # seconds
log = logging.getLogger(__name__)


class Process:
    """`stop` ends it in order: what is on its way is waited for, and nothing is cut off."""

    def __init__(self, centre: SmsCentre, shortest: float = SHORTEST):
        self.centre, self.shortest = centre, shortest
        self.stopping = asyncio.Event()
        self.pause = shortest
        self.unconfirmed, self.pace = Unconfirmed(), Pace(centre.rate)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="database")

    async def run(self) -> None:
        """Bind, and bind again after ever longer pauses, until `stop`."""
        sweeping = asyncio.create_task(self._sweep())
        try:
            while not self.stopping.is_set():
                await self._one_session()
        finally:
            sweeping.cancel()
            await asyncio.gather(sweeping, return_exceptions=True)
            await self.database(connections.close_all)
            self._thread.shutdown()

    def stop(self) -> None:
        """Ask for an orderly end."""
        self.stopping.set()

    async def database(self, step: Callable, *arguments):
        """Run one step of the database in its thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(_fresh, step, *arguments))

    async def _one_session(self) -> None:
        session = Session(self.centre, self.database, self.stopping, self.unconfirmed, self.pace)
        try:
            if not self.unconfirmed.words:
                self.unconfirmed.words = await self.database(inward.lately, session.line)
            await session.run()
        except (LostError, DatabaseError) as error:
            level = logging.ERROR if isinstance(error, RefusedError) else logging.WARNING
            log.log(level, "The session with the SMS centre ended: %s", error)
        loop = asyncio.get_running_loop()
        if session.bound_at and loop.time() - session.bound_at > IS_STEADY:
            self.pause = self.shortest
        if not self.stopping.is_set():
            await self._rest(self.pause * random.uniform(0.8, 1.2))  # noqa: S311 - so that many do not come at once
            self.pause = min(self.pause * 2, LONGEST)

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self.stopping.wait()
        except TimeoutError:
            pass

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP)
            try:
                await self.database(inward.sweep)
            except DatabaseError:
                log.exception("Parts of long messages are not looked after now")


def _fresh(step: Callable, *arguments):
    close_old_connections()
    return step(*arguments)


async def serve(centre: SmsCentre) -> None:
    """Run until the process is told to end."""
    process = Process(centre)
    for word in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(word, process.stop)
    await process.run()
