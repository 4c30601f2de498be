"""Two worker hosts against one PostgreSQL and one Redis, one of them cut off in the middle: `python -m bench.hosts`.

Hosts are network namespaces, so root is needed. A line is cut while the host holds a slice: no packet says that it is
gone. The other one has to take that slice and end the run; the result has to be the one that a single process finds.
It ends with 1 where it is not.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from socialcode.running import embedded

from .machines import PORT, Machine, Postgres, start_redis

PATIENCE = 600  # seconds for whatever is waited for
SLICES = 30


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench.hosts")
    reader.add_argument("--families", type=int, default=2000)
    asked = reader.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # else namespaces and servers would stay behind
    machines = [Machine(1), Machine(2)]
    with ExitStack() as after:
        state = Path(after.enter_context(tempfile.TemporaryDirectory(prefix="bench-hosts-")))
        for machine in machines:
            machine.build()
            after.callback(machine.remove)
        postgres = Postgres(state / "postgres", machines)
        postgres.folder.mkdir()
        postgres.launch()
        after.callback(postgres.halt)
        redis = start_redis(state, machines)
        after.callback(redis.kill)
        _set_up(postgres, machines[0], asked.families)
        for machine in machines:
            machine.start_worker(postgres.database, state)
            after.callback(machine.stop_worker)
        _prove(machines)


def _set_up(postgres: embedded.Postgres, machine: Machine, families: int) -> None:
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "socialcode.settings",
        "DATABASE_URL": postgres.url,
        "PORTAL_STATE": str(postgres.folder.parent),
        "REDIS_URL": f"redis://{machine.server}:{PORT}/0",
        "SECRET_KEY": "of the benchmark alone, and of nothing that anybody else could reach",
    }
    import django  # noqa: PLC0415 - the settings are known only now

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    for command in ("migrate", "load_law"):
        call_command(command, verbosity=0)
    call_command("demo_nation", families=families)


def _prove(machines: list[Machine]) -> None:
    first, second = machines
    run = _started()
    _wait("both hosts work", lambda: set(_slices_by(run)) == {first.name, second.name}, run)
    _wait(f"{first.name} holds a slice", lambda: _holds(first), run, pause=0.01)
    first.cut_off()
    cut = time.monotonic()
    _say("slices when it was cut off", str(_slices_by(run)))
    _wait("what it held is free", lambda: not _holds(first), run)
    _say("seconds until what it held was free", f"{time.monotonic() - cut:.0f}")
    _wait("the run is finished", lambda: _again(run).finished_at, run)
    _say("seconds until the run was finished", f"{time.monotonic() - cut:.0f}")
    _say("slices at the end", str(_slices_by(run)))
    first.join_again()
    after = _started()
    _wait("a host that came back works", lambda: first.name in _slices_by(after), after)
    _wait("the run after it is finished", lambda: _again(after).finished_at, after)
    for machine in machines:
        machine.stop_worker()
    hashes = {_again(run).result_hash, _again(after).result_hash, _alone().result_hash}
    _say(
        "hash of the result: with the cut, after it, of one process alone", "the same" if len(hashes) == 1 else "differ"
    )
    if len(hashes) > 1:
        raise SystemExit(1)


def _started():
    from family_map import actions  # noqa: PLC0415 - needs Django set up
    from family_map.run import planning  # noqa: PLC0415
    from socialcode.people.models import Family  # noqa: PLC0415

    planning.FAMILIES_A_SLICE = max(1, Family.objects.count() // SLICES)
    run = actions.start_run(by=None)
    planning.cut_once(run)
    return run


def _alone():
    from family_map.run import working  # noqa: PLC0415 - needs Django set up

    run = _started()
    while working.work_on(run):
        pass
    return _again(run)


def _again(run):
    return type(run).objects.get(pk=run.pk)


def _slices_by(run) -> dict[str, int]:
    from django.db.models import Count  # noqa: PLC0415 - needs Django set up

    done = run.slices.exclude(done_at=None).values_list("done_by").annotate(Count("pk")).order_by("done_by")
    return dict(done)


def _holds(machine: Machine) -> bool:
    from django.db import connection  # noqa: PLC0415 - needs Django set up

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE client_addr = %s AND xact_start < now() - interval '0.2 s'",
            [machine.address],
        )
        return bool(cursor.fetchone()[0])


def _wait(what: str, until: Callable[[], object], run, pause: float = 1) -> None:
    """Call workers as beat does, until it is so."""
    from family_map.tasks import keep_runs_going  # noqa: PLC0415 - needs Django set up

    end = time.monotonic() + PATIENCE
    called = 0.0
    while not until():
        if time.monotonic() > end:
            raise SystemExit(f"Waited in vain: {what}. Slices: {_slices_by(run)}")
        if time.monotonic() > called + 5:
            keep_runs_going()
            called = time.monotonic()
        time.sleep(pause)
    _say(what, "yes")


def _say(title: str, value: str) -> None:
    print(f"{title:>70} {value}", flush=True)


if __name__ == "__main__":
    main()
