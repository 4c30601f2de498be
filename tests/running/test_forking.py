"""What a worker does before it forks."""

import subprocess
import sys

import pytest

LOADED = """
import pathlib
from socialcode.celery import app
import django
django.setup()
app.loader.import_default_modules()
threads = [one.read_text().strip() for one in pathlib.Path("/proc/self/task").glob("*/comm")]
assert not [name for name in threads if name.startswith("polars-") and name[7:].isdecimal()], threads
"""


@pytest.mark.process
def test_a_worker_starts_no_threads_of_polars_before_it_forks():
    """Polars does not live through a fork: a process of the pool would wait for its threads for ever."""
    subprocess.run([sys.executable, "-c", LOADED], check=True)  # noqa: S603 - a program of this file
