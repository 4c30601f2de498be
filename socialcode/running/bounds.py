"""What one process of the portal may take, and with whom it ends. Each process sets it for itself, once."""

import ctypes
import os
import resource
import signal
import sys

import psutil

MEGABYTE = 1024 * 1024
PR_SET_PDEATHSIG = 1


def keep_within(megabytes: int) -> None:
    """No more memory than this, here and in processes forked from here: what asks for more gets a MemoryError.

    Counted is what a process has to itself (RLIMIT_DATA), not what it only reserves; Linux alone counts so.
    """
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (megabytes * MEGABYTE, megabytes * MEGABYTE))


def end_with_parent() -> None:
    """Whatever kills the parent ends this process too: what is left of it would hold its port and its output."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def megabytes_taken() -> int:
    """The memory that this process holds now."""
    return psutil.Process(os.getpid()).memory_info().rss // MEGABYTE
