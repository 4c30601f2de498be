"""Results a second of the real portal: `python -m bench.serving [--clients 8] [--seconds 20] [--children 10]`.

Starts `manage.py serve` (two web processes) with a state folder of its own, gives every client a session in which
everything is answered, and lets all of them ask for the result again and again. Clients are threads of this process, so
their own work is paid by the same machine.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from http.client import HTTPConnection
from pathlib import Path

GOAL = 40  # results a second, with no error
OK = 200
SESSIONS = """
from django.contrib.sessions.backends.db import SessionStore
from bench.pages import RESULT, fill
for _ in range({clients}):
    session = SessionStore()
    visit = fill(session, "everything", {children})
    print("session", session.session_key, visit.address(RESULT))
"""


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench.serving")
    reader.add_argument("--clients", type=int, default=8)
    reader.add_argument("--seconds", type=float, default=20)
    reader.add_argument("--children", type=int, default=10)
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory() as state:
        own = {**os.environ, "PORTAL_STATE": state, "PORT": str(_free_port()), "PYTHONUNBUFFERED": "1"}
        portal = _started(own)
        try:
            keys = _sessions(own, asked.clients, asked.children)
            times, errors = _asked(int(own["PORT"]), keys, asked.seconds)
        finally:
            portal.send_signal(signal.SIGINT)
            portal.communicate(timeout=60)
    times.sort()
    rate = len(times) / asked.seconds
    print(f"{rate:.1f} results a second (goal {GOAL}), {errors} errors; ", end="")
    print(f"half within {times[len(times) // 2]:.3f} s, 95 % within {times[int(len(times) * 0.95)]:.3f} s")


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def _started(environment: dict) -> subprocess.Popen:
    portal = subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    for line in portal.stdout:
        if "Started worker-2" in line:
            threading.Thread(target=portal.stdout.read, daemon=True).start()  # so that it can go on writing
            return portal
    raise SystemExit("The portal did not start.")


def _sessions(environment: dict, clients: int, children: int) -> list[list[str]]:
    """A session's key and the address of its result, for each client."""
    code = SESSIONS.format(clients=clients, children=children)
    made = subprocess.run(
        [sys.executable, "manage.py", "shell", "-c", code],
        env={**environment, "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=True,
    )
    return [line.split()[1:] for line in made.stdout.splitlines() if line.startswith("session ")]


def _asked(port: int, keys: list[list[str]], seconds: float) -> tuple[list[float], int]:
    """Seconds of every answer that came in time, and how many went wrong."""
    times, errors = [], []

    def ask(key: str, address: str) -> None:
        door = HTTPConnection("127.0.0.1", port, timeout=60)
        while time.monotonic() < until:
            began = time.monotonic()
            door.request("GET", address, headers={"Cookie": f"sessionid={key}"})
            answer = door.getresponse()
            body = answer.read()
            if answer.status == OK and b"</html>" in body:
                times.append(time.monotonic() - began)
            else:
                errors.append(answer.status)

    until = time.monotonic() + 3  # warm-up: every process meets every part once
    _together(ask, keys)
    times.clear()
    until = time.monotonic() + seconds
    _together(ask, keys)
    return times, len(errors)


def _together(ask, keys: list[list[str]]) -> None:
    clients = [threading.Thread(target=ask, args=key) for key in keys]
    for client in clients:
        client.start()
    for client in clients:
        client.join()


if __name__ == "__main__":
    main()
