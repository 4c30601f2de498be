"""manage.py serve with its real processes: it opens, works, and leaves nothing behind."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request

import psutil
import pytest
from django.conf import settings

pytestmark = pytest.mark.process

SUCCEEDED, FAILED = 0, 1
PATIENCE = 180  # seconds; a busy machine is no failure
OPEN = "The portal is open at"


class Portal:
    """A portal with a state folder and a port of its own."""

    def __init__(self, state):
        self.state, self.commands = state, []
        with socket.socket() as door:
            door.bind(("127.0.0.1", 0))
            self.port = door.getsockname()[1]
        own = {"PORTAL_STATE": state, "PORT": str(self.port), "PYTHONUNBUFFERED": "1"}
        inherited = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
        self.environment = {**inherited, **own}
        self.address = f"http://127.0.0.1:{self.port}"

    def manage(self, *arguments, **environment):
        command = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env={**self.environment, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.commands.append(command)
        return command

    def start(self):
        self.running = self.manage("serve")
        self.said = self.wait_for(OPEN, "ready.", "beat: Starting")
        return self

    def wait_for(self, *signs):
        """Read what the portal says until it has said all the signs; returns it."""
        waiting, said = set(signs), ""
        for line in self.running.stdout:
            said += line
            waiting -= {sign for sign in waiting if sign in line}
            if not waiting:
                return said
        raise AssertionError(f"The portal ended without a word of {waiting}:\n{said}")

    def get(self, path):
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:  # noqa: S310 - an address of this test
            return answer.read().decode()

    def processes(self):
        """Everything alive that belongs to this portal."""
        return [process for process in psutil.process_iter() if self.owns(process)]

    def owns(self, process):
        try:
            return process.status() != psutil.STATUS_ZOMBIE and (
                self.state in " ".join(process.cmdline()) or process.environ().get("PORTAL_STATE") == self.state
            )
        except (psutil.NoSuchProcess, psutil.AccessDenied):  # gone, or somebody else's
            return False

    def leave_nothing(self):
        """After a failed test too: a process or a pipe left over fails whatever test comes next."""
        for process in self.processes():
            process.kill()
        for command in self.commands:
            command.wait(timeout=PATIENCE)
            command.stdout.close()

    def stop(self, how):
        self.running.send_signal(how)
        self.running.communicate(timeout=PATIENCE)
        return self.running.returncode


@pytest.fixture
def portal():
    with tempfile.TemporaryDirectory(prefix="portal-") as state:
        portal = Portal(state)
        yield portal
        portal.leave_nothing()


def finish(command):
    command.communicate(timeout=PATIENCE)
    return command.returncode


def refusal(command):
    said, _ = command.communicate(timeout=PATIENCE)
    assert command.returncode == FAILED
    assert "Traceback" not in said
    return said


def test_the_portal_opens_works_and_leaves_nothing_behind(portal):
    portal.start()
    assert f"http://localhost:{portal.port}/" in portal.said
    assert "password" in portal.said
    assert len(portal.processes()) > len(["serve", "web", "worker", "beat", "postgres", "redis"])
    assert portal.get("/healthz") == '{"postgresql": true, "redis": true}'

    page = portal.get("/accounts/login/")
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert files
    assert all(re.search(r"\.[0-9a-f]{12}\.", file) for file in files), files
    assert all(portal.get(file) for file in files if not file.endswith((".png", ".woff2")))

    wake = "from socialcode import celery; from socialcode.operating import tasks; tasks.clear_expired_sessions.delay()"
    assert finish(portal.manage("shell", "-c", wake)) == SUCCEEDED
    portal.wait_for("succeeded in")

    assert "already runs from this folder" in refusal(portal.manage("serve", PORT=str(Portal(portal.state).port)))

    assert portal.stop(signal.SIGINT) == 128 + signal.SIGINT
    assert portal.processes() == []

    portal.start()
    assert portal.get("/healthz") == '{"postgresql": true, "redis": true}'
    assert portal.stop(signal.SIGTERM) == 128 + signal.SIGTERM
    assert portal.processes() == []


def test_a_taken_port_is_one_sentence(portal):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", portal.port))
        taken.listen()
        said = refusal(portal.manage("serve"))
    assert f"Port {portal.port} of 127.0.0.1 is not free" in said
    assert portal.processes() == []


def test_servers_that_do_not_answer_are_one_sentence(portal):
    said = refusal(portal.manage("serve", DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing"))
    assert "PostgreSQL does not answer, check DATABASE_URL" in said
    said = refusal(portal.manage("serve", REDIS_URL="redis://127.0.0.1:1"))
    assert "Redis does not answer, check REDIS_URL" in said


def test_a_command_stops_the_servers_that_it_started(portal):
    assert finish(portal.manage("migrate", "--plan")) == SUCCEEDED
    assert portal.processes() == []
