"""The process between the queue and an SMS centre, in a thread of a test; and waiting for what it does."""

import asyncio
import threading
from datetime import timedelta

from django.utils import timezone

from socialcode.notices.gateways.smpp import process

from .sms_centre import PATIENCE

QUICK = "enquire=1"


class Running:
    """The process in a thread of its own; `stop` ends it in order, `kill` leaves all as it is."""

    def __init__(self, centre):
        self.ready, self.failed = threading.Event(), None
        self.thread = threading.Thread(target=self._run, args=(centre,))
        self.thread.start()
        self.ready.wait(PATIENCE)

    def _run(self, centre):
        async def run():
            self.loop, self.process = asyncio.get_running_loop(), process.Process(centre, shortest=0.01)
            self.task = asyncio.current_task()
            self.ready.set()
            await self.process.run()

        try:
            asyncio.run(run())
        except asyncio.CancelledError:
            pass
        except Exception as error:
            self.failed = error

    def stop(self):
        self._end(self.process.stop)

    def kill(self):
        self._end(self.task.cancel)

    def _end(self, how):
        if self.thread.is_alive():
            self.loop.call_soon_threadsafe(how)
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()
        if self.failed:
            raise self.failed


def until(condition):
    """Wait for what another thread does."""
    ends = timezone.now() + timedelta(seconds=PATIENCE)
    while not condition():
        assert timezone.now() < ends, "it never came"
        threading.Event().wait(0.01)


def state_of(row):
    row.refresh_from_db()
    return row.state


def is_in(row, state):
    return lambda: state_of(row) == state
