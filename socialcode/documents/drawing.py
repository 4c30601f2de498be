"""Having a paper looked at and drawn by a process of its own: what it may use, and what it is believed.

Nothing that somebody uploaded is decoded in this process. The child (`socialcode.documents.child`) gets the file and
bounds of time, processor, memory, pages, points and output, and no network, no environment and no way to write a file.
What it says is read as if the file itself had said it.
"""

import json
import logging
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from django.conf import settings

from . import vault
from .models import Document, Trouble

LONGEST_LINE = 500  # bytes
LARGEST_SIDE = 20_000  # points
MOST_PICTURES = 2_000
QUICK_WALL = 4  # seconds on the clock for each second of the processor, where the machine is busy
TOO_HEAVY, NO_ROOM = 75, 74  # how the child ends at a bound of its own, and when there is no room for what it says

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Picture:
    """One picture of a page (from 1), or of a part of it. `data` is a JPEG; `width` and `height` are its points."""

    page: int
    width: int
    height: int
    data: bytes


@dataclass
class Drawn:
    """What became of a paper: its pages, the pictures that there are, and what stood in the way (a Trouble or empty).

    A paper of which nobody knows whether it is harmless has no pages and a trouble that bars it. `is_cut_short` says
    that a bound ended it, so that more of it may be drawn with more time.
    """

    pages: int = 0
    pictures: list[Picture] = field(default_factory=list)
    trouble: str = ""
    is_cut_short: bool = False

    @property
    def may_be_kept(self) -> bool:
        return self.pages > 0


class NotDrawnError(Exception):
    """The paper could not even be tried, by no fault of its own: it is tried again."""


def draw(document: Document, *, is_quick: bool = False) -> Drawn:
    """Look at a paper and draw it. Takes at most the `wall` seconds of PAPER_BOUNDS, a quick try much less.

    Raises NotDrawnError, or NoRoomError where the disk is full.
    """
    with tempfile.TemporaryFile() as said:
        try:
            paper = vault.opened(document.key)
        except vault.MissingError:
            return Drawn(trouble=Trouble.MISSING)
        with paper:
            is_ended_early = _run(paper, _bounds(document, is_quick=is_quick), said)
        said.seek(0)
        drawn = Drawn()
        is_done = False
        for record, data in _records(said):
            is_done = _believe(drawn, record, data) or is_done
    if is_done or drawn.trouble:
        return drawn
    drawn.is_cut_short = is_ended_early
    if not drawn.may_be_kept:
        drawn.trouble = Trouble.NOT_CHECKED
    elif not drawn.pictures:
        drawn.trouble = Trouble.TOO_HEAVY if is_ended_early else Trouble.UNREADABLE
    return drawn


def _bounds(document: Document, *, is_quick: bool) -> dict:
    bounds = {**settings.PAPER_BOUNDS, "type": document.content_type}
    if is_quick:
        bounds["cpu"] = min(bounds["cpu"], bounds["quick"])
        bounds["wall"] = min(bounds["wall"], QUICK_WALL * bounds["quick"])
    return bounds


def _run(paper: BinaryIO, bounds: dict, said: BinaryIO) -> bool:
    """Run the child to its end. Returns whether a bound ended it."""
    command = [sys.executable, "-B", "-m", "socialcode.documents.child", json.dumps(bounds)]
    with tempfile.TemporaryFile() as complaints:
        try:
            ended = subprocess.run(  # noqa: S603 - nothing of the command comes from outside
                command,
                stdin=paper,
                stdout=said,
                stderr=complaints,
                cwd=settings.BASE_DIR,
                env={"LC_ALL": "C.UTF-8"},  # no secrets of the portal
                timeout=bounds["wall"],
                check=False,
            )
        except subprocess.TimeoutExpired:
            return True
        complaints.seek(0)
        complaint = complaints.read(2000).decode(errors="replace")
    if ended.returncode == NO_ROOM:
        raise vault.NoRoomError
    if ended.returncode > 0 and ended.returncode != TOO_HEAVY:
        log.error("The process that draws papers failed: %s", complaint)
        raise NotDrawnError(complaint)
    return ended.returncode != 0


def _records(said: BinaryIO) -> Iterator[tuple[dict, bytes]]:
    """The records that are whole, as far as they are what a child says."""
    for _number in range(MOST_PICTURES):
        try:
            record = json.loads(said.readline(LONGEST_LINE))
        except ValueError:
            return
        if not isinstance(record, dict):
            return
        size = record.get("bytes", 0)
        if not isinstance(size, int) or not 0 <= size <= settings.PAPER_BOUNDS["output"]:
            return
        data = said.read(size)
        if len(data) < size:
            return
        yield record, data


def _believe(drawn: Drawn, record: dict, data: bytes) -> bool:
    """Take over one record. Returns whether it says that all is done."""
    match record:
        case {"refused": str(trouble)} if not drawn.pages and trouble in Trouble.values:
            drawn.trouble = trouble
        case {"pages": int(pages)} if 0 < pages < 2**31:
            drawn.pages = pages
        case {"page": int(page), "width": int(width), "height": int(height)} if _is_picture(
            data, 0 < page <= drawn.pages, width, height
        ):
            drawn.pictures.append(Picture(page, width, height, data))
        case {"done": True}:
            return bool(drawn.pictures or drawn.trouble)
    return False


def _is_picture(data: bytes, is_of_a_page: bool, *sides: int) -> bool:
    return is_of_a_page and data.startswith(b"\xff\xd8\xff") and all(0 < side <= LARGEST_SIDE for side in sides)
