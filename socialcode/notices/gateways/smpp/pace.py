"""How fast messages go: as fast as is allowed, slower once the centre says that it is too much, then faster again."""

import time
from collections import deque

LEAST, SLOWER, FASTER = 1.0, 0.85, 1.03  # messages a second; factors at a refusal, and at each second without one
HOLD, LONGEST_HOLD = 0.25, 30.0  # seconds without a message after a refusal, doubled while they go on
FORGETS = 60  # seconds without a refusal after which there is no bound of the portal's own any more


class Pace:
    """`most` messages a second, 0 for no bound. The clock is given for tests."""

    def __init__(self, most: int, clock=time.monotonic):
        self._clock, self._most = clock, float(most) or float("inf")
        self.rate, self._hold, self._held_until = self._most, HOLD, 0.0
        self._room, self._last, self._refused_at = 1.0, clock(), float("-inf")
        self._taken = deque()

    def allowed(self, wanted: int) -> int:
        """How many of the wanted may go now."""
        now = self._clock()
        if now < self._held_until:
            self._last = now
            return 0
        self._grow(now)
        if self.rate == float("inf"):
            return wanted
        self._room = min(
            self._room + (now - self._last) * self.rate, max(self.rate / 4, 1.0)
        )  # a quarter second at once
        self._last = now
        granted = min(int(self._room), wanted)
        self._room -= granted
        return granted

    def unused(self, count: int) -> None:
        """So many of those allowed did not go."""
        self._room += count

    def taken(self, count: int) -> None:
        """The centre took so many."""
        now = self._clock()
        self._taken.append((now, count))
        while self._taken and self._taken[0][0] < now - 1:
            self._taken.popleft()
        self._hold = HOLD

    def refused(self) -> None:
        """The centre has no room."""
        now = self._clock()
        if now < self._held_until:
            return  # of the same moment
        self.rate = max(min(self.rate, self._lately(now)) * SLOWER, LEAST)
        self._held_until, self._hold = now + self._hold, min(self._hold * 2, LONGEST_HOLD)
        self._refused_at, self._room = now, 0.0

    def _lately(self, now: float) -> float:
        """Messages that were taken within the last second."""
        return float(sum(count for at, count in self._taken if at >= now - 1)) or LEAST

    def _grow(self, now: float) -> None:
        if now - self._refused_at > FORGETS:
            self.rate = self._most
        elif self.rate < self._most:
            self.rate = min(self.rate * FASTER ** (now - self._last), self._most)
