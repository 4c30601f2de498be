"""A worker that holds too much memory is replaced after its task; a task that wants too much fails alone."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from socialcode.celery import app
from tests.running.test_serve import PATIENCE, SUCCEEDED

from .killing import database_of_the_test
from .waiting import until

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]
TASK, QUEUE = "tests.faults.greedy.keep", "greedy"


@pytest.fixture
def worker(request, tmp_path):
    command = [sys.executable, "-m", "celery", "--app", "tests.faults.greedy", "--quiet", "worker", "--queues", QUEUE]
    own = {"DATABASE_URL": database_of_the_test(), "REDIS_URL": settings.REDIS_URL, "PORTAL_STATE": str(tmp_path)}
    bounds = {"WORKER_MEMORY": "400", "PROCESS_MEMORY": "900"}
    worker = subprocess.Popen(  # noqa: S603 - our own program
        [*command, "--concurrency", "1", "--pool", request.param, "--without-gossip", "--without-mingle"],
        cwd=settings.BASE_DIR,
        env={**os.environ, **own, **bounds},
    )
    yield worker
    worker.terminate()
    worker.wait(PATIENCE)


@pytest.fixture
def keep(tmp_path):
    """Have the worker keep so many megabytes; returns which processes have done so."""
    note = tmp_path / "note"
    note.touch()

    def keep(megabytes, times):
        app.send_task(TASK, [megabytes, str(note)], queue=QUEUE)
        return until(lambda: len(note.read_text().split()) == times and note.read_text().split())

    return keep


@pytest.mark.parametrize("worker", ["prefork"], indirect=True)
def test_a_process_of_a_pool_is_replaced(worker, keep):
    keep(400, times=1)
    app.send_task(TASK, [2000, "nowhere"], queue=QUEUE)  # fails
    first, second = keep(1, times=2)
    assert first != second


@pytest.mark.parametrize("worker", ["threads"], indirect=True)
def test_a_worker_of_threads_ends_and_is_started_anew_by_whoever_keeps_it(worker, keep):
    keep(400, times=1)
    assert worker.wait(PATIENCE) == SUCCEEDED
