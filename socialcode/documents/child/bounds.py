"""What the process may use. Set before anything of the file is read, and nothing in the process can widen it."""

import ctypes
import os
import resource
import signal
import sys

PR_SET_PDEATHSIG = 1


def keep_within(bounds: dict) -> None:
    """bounds: cpu and wall (seconds), memory and output (bytes), files (how many may be open)."""
    limits = {
        resource.RLIMIT_CPU: bounds["cpu"],
        resource.RLIMIT_AS: bounds["memory"],
        resource.RLIMIT_FSIZE: bounds["output"],
        resource.RLIMIT_NOFILE: bounds["files"],
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in limits.items():
        resource.setrlimit(kind, (most, most))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends the process, should whoever started it be gone
    signal.alarm(bounds["wall"])
    os.nice(10)  # the web server comes first
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
