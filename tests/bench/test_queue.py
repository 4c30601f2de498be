"""The benchmark of the queue fits the tables and the pages as they are."""

import subprocess
import sys

import pytest
from django.conf import settings

pytestmark = pytest.mark.process


def test_the_queue_can_be_measured():
    command = [sys.executable, "-m", "bench.queue", "--claims", "2000", "--runs", "2"]
    done = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)  # noqa: S603 - its own program
    assert done.returncode == 0, done.stderr
    assert "a whole region" in done.stdout
