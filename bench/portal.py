"""The real portal with all its processes and a state of its own, for benchmarks of the whole."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
SAID = "> "  # begins what a script tells


class Portal:
    """`with Portal() as portal`: empty but for the law; `settings` are variables of its environment."""

    def __init__(self, **settings: str):
        self._state = tempfile.TemporaryDirectory(prefix="bench-portal-")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        own = {"PORTAL_STATE": self._state.name, "PORT": str(self.port), "DEMO": "0", "PYTHONUNBUFFERED": "1"}
        self._environment = {**os.environ, **own, "PYTHONPATH": str(ROOT), **settings}

    def __enter__(self) -> "Portal":
        self._process = self._manage("serve")
        for line in self._process.stdout:
            if "The portal is open" in line:
                threading.Thread(target=self._process.stdout.read, daemon=True).start()  # so that it can go on writing
                return self
        raise SystemExit("The portal did not start.")

    def __exit__(self, *_):
        self._process.send_signal(signal.SIGINT)
        self._process.wait(timeout=60)
        self._state.cleanup()

    def do(self, script: str) -> list[list[str]]:
        """Run a script among the portal's data; the words of each line that it printed after SAID."""
        done = self._manage("shell", "--verbosity", "0", "-c", script)
        said, _ = done.communicate()
        if done.returncode:
            raise SystemExit(said)
        return [line.removeprefix(SAID).split() for line in said.splitlines() if line.startswith(SAID)]

    def run(self, *arguments: str) -> None:
        """Run a command of the portal to its end."""
        done = self.begin(*arguments)
        said, _ = done.communicate()
        if done.returncode:
            raise SystemExit(said)

    def begin(self, *arguments: str) -> subprocess.Popen:
        """Begin a command of the portal."""
        return self._manage(*arguments)

    def memory(self) -> float:
        """Megabytes of the web server's processes together, shared pages once for each."""
        return sum(process.memory_info().rss for process in self._web()) / 2**20

    def processor(self) -> float:
        """Seconds of a processor that the web server's processes have taken so far."""
        return sum(sum(process.cpu_times()[:2]) for process in self._web())

    def _web(self) -> list[psutil.Process]:
        return [process for process in psutil.Process(self._process.pid).children(recursive=True) if _is_web(process)]

    def _manage(self, *arguments: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )


def _is_web(process: psutil.Process) -> bool:
    try:
        return "granian" in " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return False
