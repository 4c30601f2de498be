"""Keeps the processes of the Procfile running on one machine: one that dies is started anew."""

import datetime
import multiprocessing
import time
from collections import defaultdict, deque

from honcho.manager import SYSTEM_PRINTER_NAME, Manager
from honcho.printer import Message

MOST, WITHIN = 5, 60  # deaths of one process within so many seconds; then something is wrong that no start mends


class Keeper(Manager):
    """Honcho's manager, which by itself ends all processes with the first that ends."""

    def __init__(self):
        super().__init__()
        self._deaths = defaultdict(lambda: deque(maxlen=MOST))

    def tell(self, said: str) -> None:
        """Say a line among those of the processes; from any thread."""
        line = {"type": "line", "data": f"{said}\n", "time": datetime.datetime.now(tz=datetime.UTC).astimezone()}
        self.events.put(Message(**line, name=SYSTEM_PRINTER_NAME, colour=None))

    def _any_stopped(self) -> bool:
        """Asked whenever something was said: start anew what has stopped. True where it is given up."""
        if self._terminating:
            return True
        ended = [name for name, kept in self._processes.items() if "returncode" in kept]
        return not all(map(self._is_kept, ended))

    def _is_kept(self, name: str) -> bool:
        deaths, now = self._deaths[name], time.monotonic()
        if len(deaths) == MOST and now - deaths[0] < WITHIN:
            return False
        deaths.append(now)
        kept = self._processes[name]
        self._system_print(f"{name} ended ({kept.pop('returncode')}) and is started anew\n")
        self.returncode = None
        kept["process"] = multiprocessing.Process(name=name, target=kept["obj"].run, args=(self.events, True))
        kept["process"].start()
        return True
