"""The other side's own environment, and how either side's script is run for its answer."""

import json
import subprocess
import sys
import venv
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
REQUIREMENTS = FOLDER / "requirements-openfisca.txt"
OPENFISCA = FOLDER / ".venv-openfisca"
OURS = Path(sys.executable)
THEIRS = OPENFISCA / "bin" / "python"


def prepare() -> None:
    """Install OpenFisca apart from the portal's packages; made anew when another version is asked for."""
    installed = OPENFISCA / "installed"
    if installed.exists() and installed.read_text() == REQUIREMENTS.read_text():
        return
    print("Installing OpenFisca into an environment of its own ...", flush=True)
    venv.create(OPENFISCA, with_pip=True, clear=True)
    subprocess.run([THEIRS, "-m", "pip", "install", "--quiet", "-r", REQUIREMENTS], check=True)
    installed.write_text(REQUIREMENTS.read_text())


def answer(python: Path, script: str, *arguments) -> dict:
    """What a script of the benchmark prints as its last line, in a process of its own."""
    command = [python, "-m", f"bench.{script}", *map(str, arguments)]
    done = subprocess.run(command, cwd=FOLDER.parent, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])
