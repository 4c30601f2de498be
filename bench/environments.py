"""Each peer's own environment, and how either side's script is run for its answer."""

import json
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
OURS = Path(sys.executable)


@dataclass(frozen=True)
class Peer:
    """Packages kept apart from the portal's: `requirements-<name>.txt` in an environment of their own."""

    name: str
    title: str

    @property
    def folder(self) -> Path:
        return FOLDER / f".venv-{self.name}"

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    def prepare(self) -> None:
        """Install it; the environment is made anew when another version is asked for."""
        requirements, installed = FOLDER / f"requirements-{self.name}.txt", self.folder / "installed"
        if installed.exists() and installed.read_text() == requirements.read_text():
            return
        print(f"Installing {self.title} into an environment of its own ...", flush=True)
        venv.create(self.folder, with_pip=True, clear=True)
        subprocess.run([self.python, "-m", "pip", "install", "--quiet", "-r", requirements], check=True)
        installed.write_text(requirements.read_text())


OPENFISCA = Peer("openfisca", "OpenFisca")
MPITB = Peer("mpitb", "mpitb")


def answer(python: Path, script: str, *arguments) -> dict:
    """What a script of the benchmark prints as its last line, in a process of its own."""
    command = [python, "-m", f"bench.{script}", *map(str, arguments)]
    done = subprocess.run(command, cwd=FOLDER.parent, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])
