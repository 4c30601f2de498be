"""Whether everything works that the portal needs, measured when it is asked for: what waits how long, who lives, what
room is left. One list for watchers' programs, for the counts and for the page of administrators."""

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Min
from django.utils import timezone

from socialcode.accounts.models import PasswordLink
from socialcode.audit.models import ChainCheck, Event
from socialcode.cases.models import Evidence
from socialcode.documents import clamd
from socialcode.law.year.lapsing import overdue
from socialcode.notices.kinds import CODES
from socialcode.notices.models import Delivery
from socialcode.running import health

from .models import Heartbeat

MINUTE, HOUR, GIGABYTE = 60, 60 * 60, 1024**3
# Seconds after which somebody should look; docs/operating.md says what to do then
LONGEST = {
    "beat": 3 * MINUTE,
    "worker": 3 * MINUTE,
    "codes": MINUTE // 2,
    "messages": HOUR,
    "password_links": 5 * MINUTE,
    "papers_to_scan": 10 * MINUTE,
    "papers_to_draw": 10 * MINUTE,
    "note_of_events": HOUR + 10 * MINUTE,
    "check_of_events": 26 * HOUR,
}
LEAST_ROOM = GIGABYTE
SCANNER_ANSWERS_WITHIN = 2  # seconds


@dataclass(frozen=True)
class Measure:
    """One thing as it is: `value` in the unit, None where it is not known; `is_well` where nobody has to look."""

    name: str
    value: float | None
    unit: str  # seconds, bytes, count or yes (1 or 0)
    is_well: bool


def measures() -> list[Measure]:
    """Everything that is watched. What cannot be measured, because a server is away, is not well."""
    found = [
        _yes("redis", health.redis_answers()),
        _yes("postgresql", health.postgresql_answers()),
        _disk(),
        _scanner(),
    ]
    found.append(_note_of_events())
    try:
        found += [_migrations(), *_lives(), *_queues(), _check_of_events(), _values_of_the_year()]
    except DatabaseError:
        found.append(Measure("migrations", None, "count", is_well=False))
    return found


def _yes(name: str, answers: bool) -> Measure:
    return Measure(name, float(answers), "yes", answers)


def _age(name: str, since, *, of_nothing: float | None = 0.0) -> Measure:
    """How long ago a moment was; `of_nothing` is the age where there is no such moment."""
    age = max((timezone.now() - since).total_seconds(), 0.0) if since else of_nothing
    return Measure(name, age, "seconds", age is not None and age <= LONGEST[name.partition(":")[0]])


def _disk() -> Measure:
    try:
        free = float(shutil.disk_usage(settings.EVIDENCE_FOLDER.parent).free)
    except OSError:
        return Measure("disk", None, "bytes", is_well=False)
    return Measure("disk", free, "bytes", free >= LEAST_ROOM)


def _scanner() -> Measure:
    """Without ClamAV there is nothing to watch: whether that may be says `production`."""
    if not settings.CLAMD_URL:
        return Measure("scanner", None, "yes", is_well=True)
    return _yes("scanner", clamd.answers(SCANNER_ANSWERS_WITHIN))


def _note_of_events() -> Measure:
    """When the head of the list of events was last noted outside the database."""
    try:
        age = max(time.time() - settings.AUDIT_HEADS_FILE.stat().st_mtime, 0.0)
    except OSError:
        return Measure("note_of_events", None, "seconds", is_well=False)
    return Measure("note_of_events", age, "seconds", age <= LONGEST["note_of_events"])


def _migrations() -> Measure:
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    return Measure("migrations", float(missing), "count", missing == 0)


def _values_of_the_year() -> Measure:
    """How many values of the law that are set anew for every year should be approved by today and are not."""
    missing = len(overdue(timezone.localdate()))
    return Measure("values_of_the_year", float(missing), "count", missing == 0)


def _lives() -> Iterator[Measure]:
    seen = dict(Heartbeat.objects.values_list("name", "at"))
    for name in sorted({"beat", "worker", *seen}):
        yield _age(name, seen.get(name), of_nothing=None)


def _queues() -> Iterator[Measure]:
    """How long what is due has been waiting, the longest of each kind."""
    now = timezone.now()
    due = Delivery.objects.filter(state__in=["waiting", "sending"], next_try_at__lte=now)
    links = PasswordLink.objects.filter(sent_at=None, used_at=None, next_try_at__lte=now)
    links = links.filter(made_at__gt=now - PasswordLink.GOOD_FOR)
    yield _age("codes", _first(due.filter(notice__kind__in=CODES), "next_try_at"))
    yield _age("messages", _first(due.exclude(notice__kind__in=CODES), "next_try_at"))
    yield _age("password_links", _first(links, "next_try_at"))
    yield _age("papers_to_scan", _first(Evidence.objects.to_scan(), "document__scan_due_at"))
    yield _age("papers_to_draw", _first(Evidence.objects.to_draw(), "document__drawing_due_at"))


def _first(rows, field):
    return rows.aggregate(first=Min(field))["first"]


def _check_of_events() -> Measure:
    """When the list of events was last found unbroken, or began; a broken one is never well."""
    last = ChainCheck.objects.exclude(finished_at=None).first()
    if last and last.state == ChainCheck.State.BROKEN:
        return Measure("check_of_events", None, "seconds", is_well=False)
    return _age("check_of_events", last.finished_at if last else _first(Event.objects.order_by("pk")[:1], "at"))
