"""Waiting for what other processes do."""

import threading

from tests.running.test_serve import PATIENCE


def until(holds):
    """Look again and again, as long as a busy machine may take."""
    for _try in range(PATIENCE * 10):
        if found := holds():
            return found
        threading.Event().wait(0.1)
    raise AssertionError("it never came to that")
