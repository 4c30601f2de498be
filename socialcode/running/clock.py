"""What calls tasks by the time of day, whatever happens to the machine's clock and to the file it remembers by."""

import logging
import shelve
import time
from contextlib import suppress

from celery.beat import PersistentScheduler, ScheduleEntry

log = logging.getLogger(__name__)


class Entry(ScheduleEntry):
    """What was last done at a time that has not come yet, by a clock that was wrong, counts as done now."""

    def is_due(self):
        self.last_run_at = min(self.last_run_at, self.default_now())
        return super().is_due()


class Clock(PersistentScheduler):
    """Beat's scheduler. It remembers in a file when it last did what; without room for that it only forgets it."""

    Entry = Entry
    _seen, _forgets = 0.0, False

    def tick(self, *args, **kwargs):
        """Call what is due. A clock that was set back is believed: nothing waits for the time that it showed before."""
        now = time.time()
        if now < self._seen:
            self._heap = None
        self._seen = now
        return super().tick(*args, **kwargs)

    def setup_schedule(self):
        try:
            super().setup_schedule()
        except (OSError, KeyError) as error:
            self._forget(error)
            super().setup_schedule()

    def sync(self):
        try:
            super().sync()
        except (OSError, KeyError) as error:
            self._forget(error)

    def close(self):
        with suppress(OSError, KeyError):
            super().close()

    def _open_schedule(self):
        return shelve.Shelf({}, writeback=True) if self._forgets else super()._open_schedule()

    def _forget(self, error: Exception) -> None:
        log.warning("When what was done last is not remembered: %r", error)
        self._forgets = True
