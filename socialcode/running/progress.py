"""How far a long work is, told in the shell: how much is done, how fast, and how long it will still take."""

import sys
import time
from typing import TextIO

BETWEEN_LINES = 5.0  # seconds where the lines go into a file
BETWEEN_CHANGES = 0.2  # seconds where somebody watches
MINUTE, HOUR = 60, 3600


class Progress:
    """Counts up to `total` of what `unit` names; unknown totals are None. `before` was done by an earlier run."""

    def __init__(self, label: str, total: int | None, unit: str, out: TextIO | None = None, before: int = 0):
        self.label, self.total, self.unit, self.before = label, total, unit, before
        self.out = out or sys.stderr
        self.is_watched = self.out.isatty()
        self.started = self.told = time.monotonic()

    def __call__(self, done: int) -> None:
        """Tell that so much is done by now."""
        now = time.monotonic()
        between = BETWEEN_CHANGES if self.is_watched else BETWEEN_LINES
        if now - self.told < between and done != self.total:
            return
        self.told = now
        self.out.write(f"\r\033[K{self._line(done, now)}" if self.is_watched else f"{self._line(done, now)}\n")
        self.out.flush()

    def end(self) -> None:
        """Leave the line as it stands."""
        if self.is_watched:
            self.out.write("\n")

    def _line(self, done: int, now: float) -> str:
        rate = (done - self.before) / max(now - self.started, 1e-9)
        line = f"{self.label}: {done:,} {self.unit}".replace(",", " ")
        if self.total:
            line += f" of {self.total:,} ({done / self.total:.0%})".replace(",", " ")
        line += f", {rate:,.0f} a second".replace(",", " ")
        if self.total and rate > 0:
            line += f", {duration((self.total - done) / rate)} left"
        return line


def duration(seconds: float) -> str:
    """Such as 45 s, 3 min 20 s, 2 h 5 min."""
    whole = round(seconds)
    if whole < MINUTE:
        return f"{whole} s"
    if whole < HOUR:
        return f"{whole // MINUTE} min {whole % MINUTE} s"
    return f"{whole // HOUR} h {whole % HOUR // MINUTE} min"
