"""Times, memory and results of one side, in the same way for both sides."""

import os
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def seconds(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """The median time of a run: by the clock on the wall, and of the processor."""
    walls, processors = [], []
    for _run in range(runs):
        wall, processor = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        processors.append(time.process_time() - processor)
    return statistics.median(walls), statistics.median(processors)


def peak_memory() -> float:
    """The most memory this process has had, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def processor(backend: int) -> float:
    """Seconds of the processor that this process, its ended children and the database's process have taken."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in (own, children)) + _of_process(backend)


def _of_process(number: int) -> float:
    after_name = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / TICKS
