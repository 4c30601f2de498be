"""How much one request, one visitor and all of them together may take, in one process of the web server."""

from dataclasses import dataclass, field

from socialcode.documents.limit import MOST_BYTES

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class LaneLimits:
    """Of one kind of pages: its threads, and how many requests of all and of one visitor wait or run."""

    threads: int
    of_all: int
    of_one: int


@dataclass(frozen=True)
class Limits:
    """Seconds, bytes and numbers of requests. What each is for: docs/door.md."""

    watchers: LaneLimits = LaneLimits(threads=1, of_all=32, of_one=32)
    costly: LaneLimits = LaneLimits(threads=2, of_all=256, of_one=32)
    pages: LaneLimits = LaneLimits(threads=4, of_all=256, of_one=96)
    grace: float = 20  # seconds that any body may take; beyond them it has to come at `slowest`
    slowest: int = 4 * 1024  # bytes a second, as an average
    longest_form: float = 120  # seconds that a body without files may take however it comes
    longest_file: float = 15 * 60  # the same where a page takes files
    form: int = 2 * MEGABYTE + MEGABYTE // 2  # bytes of a body without files
    # Bytes of a body with files, by the name of the address; nowhere else are there any
    with_files: tuple[tuple[str, int], ...] = (
        *(("cases:papers", MOST_BYTES), ("work:at_counter", MOST_BYTES)),
        *(("appeals:begin", MOST_BYTES), ("appeals:papers", MOST_BYTES), ("appeals:at_counter", MOST_BYTES)),
        ("notices:verified", 12 * MEGABYTE),
        ("platform_work:statements", MOST_BYTES),
    )
    in_memory: int = MEGABYTE // 4  # bytes of one body or answer; what is larger lies on the disk
    bodies_of_one: int = 256 * MEGABYTE  # bytes of one visitor's bodies at a time
    bodies_of_all: int = 1024 * MEGABYTE
    at_once_of_one: int = 128  # requests that one visitor sends, waits for or reads
    waits: float = 15  # seconds before the lane
    works: float = 60  # seconds in a thread; then the visitor is told, and does not wait for it any longer
    reads: float = 30  # seconds for each part of an answer
    part: int = field(default=64 * 1024, repr=False)  # bytes of an answer that are sent together
