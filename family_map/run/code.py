"""What a run is computed by: the files of engine, registers, detection and map, and the versions beneath."""

import hashlib
import platform
from functools import cache
from pathlib import Path

import polars as pl
from django.conf import settings

ROOMS = ("socialcode/engine", "socialcode/registers", "socialcode/detection", "family_map")


@cache
def code_hash() -> str:
    """SHA-256 (hex) of the program that this process runs, and of Polars and Python under it."""
    digest = hashlib.sha256(f"{pl.__version__} {platform.python_version()}".encode())
    root = Path(settings.BASE_DIR)
    for file in sorted(file for room in ROOMS for file in (root / room).rglob("*.py")):
        digest.update(file.relative_to(root).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
