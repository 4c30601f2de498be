"""A worker of the portal with one task more, which takes memory and keeps it."""

import os
from pathlib import Path

from socialcode.celery import app

MEGABYTE = 1024 * 1024
QUEUE = "greedy"
kept = []


@app.task(queue=QUEUE)
def keep(megabytes, note):
    """Writes into `note` which process did it."""
    kept.append(b"x" * (megabytes * MEGABYTE))
    with Path(note).open("a") as file:
        file.write(f"{os.getpid()}\n")
