"""The run over all families of an invented country: `python -m bench.national_run [--families 62820] [--workers 2]`.

In a database of its own, which is removed at the end. Beside the levels alone stand one statement of SQL that finds the
same (`statement.sql`; it ends with 1 where a family differs), and what PostgreSQL allows at best: the same columns of
the same rows copied out of the database, and the results copied in.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.models import Sum
from django.db.models.functions import Mod
from django.utils import timezone

from bench import measure
from bench.database import own_database

from . import peer

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
DATABASE = "bench_nation"
CHANGED = 100  # one family of so many has a new income
MORE_INCOME = """
UPDATE registers_incomeyear SET amounts[{month:%m}::int] = amounts[{month:%m}::int] + 1000
WHERE year = {month:%Y} AND amounts[{month:%m}::int] IS NOT NULL AND ended_at IS NULL AND person_id IN ({heads})
"""
GOALS = {
    "levels / statement of SQL": 0.5,
    "levels / copy": 1.2,
    "levels and rights / levels": 5.0,
    "second run / first": 0.9,
    "day of changes / run": 0.03,
    "memory of a worker, GB": 4.0,
}


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench.national_run")
    reader.add_argument("--families", type=int, default=62_820)
    reader.add_argument("--workers", type=int, default=2)
    asked = reader.parse_args()
    settings.STORAGES["staticfiles"]["BACKEND"] = "socialcode.look.files.AsTheyLie"
    with own_database(DATABASE, "load_law"), tempfile.TemporaryDirectory(prefix="bench-nation-") as folder:
        _measure_all(asked.families, asked.workers, Path(folder))


def _measure_all(families: int, workers: int, folder: Path) -> None:

    made = _seconds(lambda: call_command("make_nation", families=families, to=folder, stdout=StringIO()))
    _say("files made", made)
    _say("brought in", _seconds(lambda: _bring_in(folder)))
    _say("database, GB", _size())
    first, again = _run("country", workers), _run("country", workers)
    changes = _change_some()
    day = _run("changes", workers)
    _forget_levels()
    levels = _run("country", workers, "levels")
    with _spent() as stated:
        peer.run(timezone.localdate())
    with _spent() as copied:
        _copy_out_and_in()
    _print_times(
        {
            "run, levels and rights": first,
            "second run": again,
            f"day on which {changes:,} families changed": day,
            "levels alone": levels,
            "levels by one statement of SQL": stated | {"written": levels["written"]},
            "the same columns copied out, the levels in": copied | {"written": levels["written"]},
        }
    )
    _say("families a second of processor", families / first["processor"])
    _compare(
        {
            "levels / statement of SQL": levels["processor"] / stated["processor"],
            "levels / copy": levels["processor"] / copied["processor"],
            "levels and rights / levels": first["processor"] / levels["processor"],
            "second run / first": again["processor"] / first["processor"],
            "day of changes / run": day["processor"] / first["processor"],
            "memory of a worker, GB": first["memory"],
        }
    )
    differ = peer.differ()
    if differ:
        raise SystemExit(f"The statement of SQL finds something else of {differ} families.")


def _print_times(rows: dict[str, dict[str, float]]) -> None:
    print(f"{'':>60}     wall processor  written")
    for title, one in rows.items():
        print(f"{title:>60} {one['wall']:8.1f}  {one['processor']:8.1f} {one['written']:8,}", flush=True)


def _compare(found: dict[str, float]) -> None:
    for title, value in found.items():
        word = "reached" if value <= GOALS[title] else "missed"
        print(f"{title:>60} {value:8.2f}   goal {GOALS[title]}, {word}", flush=True)


def _forget_levels() -> None:
    """So that the levels alone are written as in a first run; and make the table of the statement."""
    from family_map.models import FamilyLevel  # noqa: PLC0415 - needs Django set up

    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {FamilyLevel._meta.db_table}")
    peer.prepare()


def _say(title: str, value: float) -> None:
    print(f"{title:>60} {value:8.2f}", flush=True)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _bring_in(folder: Path) -> None:

    from socialcode.registers.models import Delivery  # noqa: PLC0415
    from socialcode.registers.receiving.layouts import layouts  # noqa: PLC0415

    for name in layouts():
        files = sorted(map(str, (folder / name).iterdir()))
        with _spent() as spent:
            call_command("import_register", name, *files, first_filling=True, stdout=StringIO(), stderr=StringIO())
        rows = Delivery.objects.filter(kind=name).aggregate(rows=Sum("rows"))["rows"]
        per_row = f"{rows / spent['processor']:,.0f} rows a second of processor"
        print(
            f"{name:>20} {rows:>12,} rows {spent['wall']:8.1f} s {spent['processor']:8.1f} s of processor, {per_row}",
            flush=True,
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@contextmanager
def _spent() -> Iterator[dict[str, float]]:
    """Yields what fills with the seconds that the block takes: on the `wall`, and of the `processor`."""

    connection.ensure_connection()
    backend, spent = connection.connection.info.backend_pid, {}
    wall, processor = time.perf_counter(), measure.processor(backend)
    yield spent
    spent |= {"wall": time.perf_counter() - wall, "processor": measure.processor(backend) - processor}


def _size() -> float:

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0] / 2**30


def _run(scope: str, workers: int, *only: str) -> dict[str, float]:
    """Seconds of a run with all its workers: on the `wall`, starting them included, and of the `processor`, without;
    the most `memory` that one of them took (GB), and how many levels and rights were `written`."""
    from family_map import actions  # noqa: PLC0415 - needs Django set up
    from family_map.run import planning  # noqa: PLC0415

    began = time.perf_counter()
    run = actions.start_run(by=None, scope=scope)
    planning.cut_once(run)
    command = [sys.executable, "-m", "bench.national_run.worker", str(run.pk), *only]
    parts = urlsplit(settings.DATABASE_URL)
    there = {**os.environ, "DATABASE_URL": urlunsplit(parts._replace(path=f"/{DATABASE}"))}
    started = [subprocess.Popen(command, env=there, stdout=subprocess.PIPE, text=True) for _worker in range(workers)]
    told = [json.loads(worker.communicate()[0].splitlines()[-1]) for worker in started]
    run.refresh_from_db()
    if not run.finished_at:
        raise SystemExit(f"The run did not end: {run.slices.left().values_list('failure', flat=True)[:3]}")
    return {
        "wall": time.perf_counter() - began,
        "processor": sum(worker["processor"] for worker in told),
        "memory": max(worker["memory"] for worker in told),
        "written": sum(part.changed + part.rights_changed for part in run.slices.all()),
    }


def _change_some() -> int:
    """A new income for one family of `CHANGED`; how many families were called."""

    from socialcode.engine.days import months_before, start_of_quarter  # noqa: PLC0415
    from socialcode.people.models import Membership  # noqa: PLC0415
    from socialcode.registers.models import ChangedFamily  # noqa: PLC0415

    heads = Membership.objects.filter(kin=Membership.Kin.HEAD).alias(left=Mod("family_id", CHANGED)).filter(left=0)
    sql, given = heads.values("person").query.sql_with_params()
    month = months_before(start_of_quarter(timezone.localdate()), 1)[0]  # one that counts today
    with connection.cursor() as cursor:
        cursor.execute(MORE_INCOME.format(month=month, heads=cursor.mogrify(sql, given).decode()))
    return ChangedFamily.objects.values("family_id").distinct().count()


def _copy_out_and_in() -> None:
    """The columns that the methods read, of everybody, out of the database, and the results into it, in binary."""

    from family_map.models import FamilyLevel  # noqa: PLC0415
    from socialcode.people.models import Membership  # noqa: PLC0415

    results, levels = BytesIO(), FamilyLevel._meta.db_table
    people = Membership.objects.values_list("person_id", "family_id", "kin", "person__birth_date", "person__sex")
    with connection.cursor() as cursor:
        for rows in (people, *_columns_read()):
            sql, given = rows.query.get_compiler(connection=connection).as_sql()
            cursor.copy_expert(f"COPY ({cursor.mogrify(sql, given).decode()}) TO STDOUT (FORMAT binary)", BytesIO())
        cursor.copy_expert(f"COPY {levels} TO STDOUT (FORMAT binary)", results)
        results.seek(0)
        cursor.execute(f"CREATE TEMPORARY TABLE copied (LIKE {levels})")
        cursor.copy_expert("COPY copied FROM STDIN (FORMAT binary)", results)


def _columns_read() -> Iterator:

    from family_map.run.facts import HOME, asked  # noqa: PLC0415
    from socialcode.engine.derived import Nation, derivations  # noqa: PLC0415
    from socialcode.engine.registry import registry  # noqa: PLC0415
    from socialcode.registers.frames.sources import sources  # noqa: PLC0415

    today = timezone.localdate()
    whole = Nation(derivations, asked(), today, registry.values(today), HOME)
    for name, columns in whole.tables.items():
        yield sources.known[name].read(sorted(columns)).order_by()


if __name__ == "__main__":
    main()
