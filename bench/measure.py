"""Times, memory and results of one side, in the same way for both sides."""

import resource
import statistics
import time
from collections.abc import Callable


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
