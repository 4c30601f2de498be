"""A process of its own takes a step and is killed with SIGKILL where it is about to write to a table.

A lock of PostgreSQL holds it there, so that it is stopped at the same place each time however busy the machine is.
"""

import fcntl
import multiprocessing
import os
import re
import signal
from collections.abc import Callable
from multiprocessing import connection as waiting
from multiprocessing import forkserver
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection, transaction

from . import taken

DONE = 0
LOCKS = Path("/proc/locks")  # of files
LOOK_AGAIN = 0.01  # seconds in which the end of a process is waited for
WHO_WAITS = "SELECT pid FROM pg_locks WHERE relation = %s::regclass AND NOT granted"
IS_THERE = "SELECT pid FROM pg_stat_activity WHERE pid = %s"
END_LINE = "SELECT pg_terminate_backend(%s)"
OVERRIDDEN = (
    *(
        "EVIDENCE_FOLDER",
        "CLAMD_URL",
        "STORAGES",
        "AUDIT_HEADS_FILE",
        "AUDIT_KEY_FILE",
        "METRICS_FOLDER",
        "PAYMENTS_FOLDER",
    ),
    *("PASSWORD_HASHERS", "SECRET_KEY", "ALLOWED_HOSTS"),
)
processes = multiprocessing.get_context("forkserver")


def database_of_the_test() -> str:
    """The address of the database that this test run made."""
    parts = urlsplit(settings.DATABASE_URL)
    return urlunsplit(parts._replace(path=f"/{connection.settings_dict['NAME']}"))


def is_done(act: Callable[[], object]) -> bool:
    """A process of its own takes the step to its end. False where it was refused with a sentence."""
    process = _started(act)
    process.join()
    assert process.exitcode in (DONE, taken.REFUSED), "the process failed, see above"
    return process.exitcode == DONE


def tried(act: Callable[[], object]) -> tuple[list[str], dict[str, int]]:
    """Which tables `act` writes to, and how many rows each table has then; nothing of it stays."""
    told, tell = processes.Pipe(duplex=False)
    process = _started(act, tell)
    tell.close()
    found = told.recv()
    process.join()
    return found


def killed_in(act: Callable[[], object], *, writing: str) -> bool:
    """Whether a process that takes the step was killed where it was about to write to the table `writing`.

    False where it came to its end without writing there. When this returns PostgreSQL has ended the killed one's
    work too; a change that was killed while it was committed may hold.
    """
    code, is_stopped = _stopped_in(act, writing, lambda process, _pid, _cursor: process.kill())
    assert code in (DONE, -signal.SIGKILL), "the process failed by itself, see above"
    return is_stopped


def cut_off_in(act: Callable[[], object], *, writing: str) -> bool:
    """The same, but PostgreSQL ends the line of the process there, as it does when it is restarted."""
    return _stopped_in(act, writing, lambda _process, pid, cursor: cursor.execute(END_LINE, [pid]))[1]


def _stopped_in(act, table: str, stop: Callable) -> tuple[int, bool]:
    """How a process ended that was stopped where it was about to write to a table, and whether it came there."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {table} IN SHARE MODE")
        process = _started(act)
        while not (waits := _who_waits(cursor, table)) and not waiting.wait([process.sentinel], LOOK_AGAIN):
            pass
        if waits:
            stop(process, waits, cursor)
        process.join()
    with connection.cursor() as cursor:
        while waits and _found(cursor, IS_THERE, waits):
            pass
    return process.exitcode, waits is not None


def _started(act, *tell):
    _begin_server()
    overridden = {name: getattr(settings, name) for name in OVERRIDDEN}
    process = processes.Process(target=taken.take, args=(act, overridden, *tell))
    process.start()
    return process


def _begin_server() -> None:
    """The server that forks gets the addresses of this test run; it is begun once, by whoever comes first."""
    processes.set_forkserver_preload([taken.__name__])
    names = {"DATABASE_URL": database_of_the_test(), "REDIS_URL": settings.REDIS_URL}
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(names)
    try:
        forkserver.ensure_running()
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _who_waits(cursor, table: str) -> int | None:
    return (_found(cursor, WHO_WAITS, table) or (None,))[0]


def _found(cursor, question: str, about) -> tuple | None:
    cursor.execute(question, [about])
    return cursor.fetchone()


def killed_at_file(act: Callable[[], object], held: Path) -> None:
    """Kill a process that takes the step where it waits for a file that somebody else has locked."""
    with held.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        process = _started(act)
        while not re.search(rf"-> FLOCK .* {process.pid} ", LOCKS.read_text()):
            assert not waiting.wait([process.sentinel], LOOK_AGAIN), "it did not come there"
        process.kill()
        process.join()
