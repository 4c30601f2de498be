"""The web server as the Procfile starts it, attacked: it goes on answering."""

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from honcho.environ import parse_procfile

PATIENCE = 120  # seconds; a busy machine is no failure
SLOW_SENDERS = 24
HALF_A_REQUEST = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nslowly"
SHOW_LIMIT = """
import socialcode.asgi
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SHOW statement_timeout")
    print(cursor.fetchone()[0])
"""


class WebServer:
    """As the Procfile starts it, but for words that are `replaced`, with `more` in its environment."""

    def __init__(self, replaced=(), **more):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = parse_procfile((settings.BASE_DIR / "Procfile").read_text()).processes["web"]
        for word, by in dict(replaced).items():
            assert word in command
            command = command.replace(word, by)
        given = {"HOST": "127.0.0.1", "PORT": str(self.port), "WEB_WORKERS": "2", "WEB_MEMORY": "800"}
        for name, value in given.items():
            command = command.replace(f"${name}", value)
        program, *arguments = shlex.split(command.removeprefix("exec "))
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [Path(sys.executable).parent / program, *arguments],
            cwd=settings.BASE_DIR,
            env=surroundings() | more,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said = ""

    def wait_for(self, sign, times=1):
        for line in self.process.stdout:
            self.said += line
            if self.said.count(sign) == times:
                return self
        raise AssertionError(f"The web server ended without {sign}:\n{self.said}")

    def workers(self):
        return [int(pid) for pid in re.findall(r"Spawning worker-\d+ with PID: (\d+)", self.said)]

    def is_well(self):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=PATIENCE) as answer:
            return answer.status == 200


def surroundings():
    return {**os.environ, "DATABASE_URL": settings.DATABASE_URL, "REDIS_URL": settings.REDIS_URL}


@pytest.mark.process
def test_slow_senders_hold_up_nobody_and_a_dead_worker_is_replaced():
    server = WebServer()
    try:
        server.wait_for("Started worker-", times=2)
        senders = [socket.create_connection(("127.0.0.1", server.port)) for _sender in range(SLOW_SENDERS)]
        for sender in senders:
            sender.sendall(HALF_A_REQUEST)
        assert all(server.is_well() for _worker in range(8))
        for sender in senders:
            sender.close()

        os.kill(server.workers()[0], signal.SIGKILL)
        server.wait_for("Started worker-", times=3)
        assert len(server.workers()) == 3
        assert server.is_well()
    finally:
        server.process.terminate()
        server.process.communicate(timeout=PATIENCE)


@pytest.mark.process
def test_a_query_of_a_page_is_given_up_and_one_of_a_command_is_not(db):
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone()[0] == "0"
    command = [sys.executable, "-c", SHOW_LIMIT]
    done = subprocess.run(  # noqa: S603 - our own program
        command, cwd=settings.BASE_DIR, env=surroundings(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "30s"
