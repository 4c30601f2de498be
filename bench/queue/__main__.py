"""A page of the officer's queue as claims grow: `python -m bench.queue [--claims 50000 500000 5000000] [--runs 40]`.

In a database of its own, which is removed at the end. Times are of the server's whole answer by Django's test client:
session, roles, counts, list and template.
"""

import argparse
import os
import statistics
import time
from datetime import timedelta

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
DATABASE = "bench_queue"
FILTERS = {
    "all in work": "state=",
    "latest deadline first": "order=-due",
    "by payment": "order=payment",
    "received last first": "order=-received",
    "by state": "order=state",
    "a page in the middle": "after={middle}",
    "received": "state=submitted",
    "waits for approval": "state=approval",
    "granted (closed ones)": "state=granted",
    "mine": "whose=mine",
    "nobody has it": "whose=nobody",
    "due soon": "due=soon",
    "overdue": "due=overdue",
    "passed to the head": "escalated=on",
    "one payment": "provision=birth_grant",
    "one payment, overdue, received": "provision=birth_grant&due=overdue&state=submitted",
}
SEARCHES = {
    "search by IIN": "{iin}",
    "search by number": "2026-0000777",
    "search by surname": "family77",
    "search by full name": "family77 given4",
    "search by names in any order": "given4 family77",
    "search by account": "KZ86125KZT5004100100",
}


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench.queue")
    reader.add_argument("--claims", type=int, nargs="+", default=[50_000, 500_000, 5_000_000])
    reader.add_argument("--runs", type=int, default=40)
    asked = reader.parse_args()
    settings.STORAGES["staticfiles"]["BACKEND"] = "socialcode.look.files.AsTheyLie"
    settings.DATABASES["default"]["TEST"] = {"NAME": DATABASE}
    django.setup()
    _measure_all(asked.claims, asked.runs)


def _measure_all(sizes: list[int], runs: int) -> None:
    from django.core.management import call_command  # noqa: PLC0415 - all of these need Django set up
    from django.db import connection  # noqa: PLC0415

    from bench.queue import rows  # noqa: PLC0415
    from socialcode.engine.registry import registry  # noqa: PLC0415

    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        call_command("messages", "compile", verbosity=0)
        call_command("load_law", verbosity=0)
        rows.make_offices()
        made = 0
        for size in sizes:
            began = time.perf_counter()
            rows.grow(made, size - 1, sorted(registry.provisions))
            made = size
            print(f"\n{size:,} claims (made in {time.perf_counter() - began:.0f} s), milliseconds", flush=True)
            for title, user in _readers():
                _show(title, _times(user, runs))
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def _readers():
    """Who looks: an officer of the office with most claims, and the head of the region with most."""
    from socialcode.accounts.models import Office, User  # noqa: PLC0415 - needs Django set up

    centre = Office.objects.order_by("pk").first()
    district = Office.objects.filter(region=centre.region).exclude(district="").order_by("pk").first()
    for title, office in (("one office", district), ("a whole region", centre)):
        yield title, User.objects.filter(role_grants__office=office).order_by("pk").first()


def _times(user, runs: int) -> dict[str, list[tuple[float, float]]]:
    """Milliseconds of each run of each filter and search: on the wall, and of this processor."""
    from django.utils import timezone  # noqa: PLC0415 - needs Django set up

    from socialcode.people.models import Person  # noqa: PLC0415

    client = _signed_in(user)
    middle = f"{timezone.localdate() + timedelta(days=5)}~1"
    found = {}
    for title, query in FILTERS.items():
        found[title] = _timed(client, f"/work/?{query.format(middle=middle)}", runs)
    iin = Person.objects.order_by("pk").values_list("iin", flat=True)[50]
    for title, words in SEARCHES.items():
        client.post("/work/search/", {"q": words.format(iin=iin)})
        found[title] = _timed(client, "/work/search/", runs)
    return found


def _signed_in(user):
    from django.test import Client  # noqa: PLC0415 - needs Django set up

    from tests.factories.accounts import sign_in  # noqa: PLC0415

    return sign_in(Client(headers={"host": "localhost"}), user)


def _timed(client, address: str, runs: int) -> list[tuple[float, float]]:
    times = []
    for _run in range(runs + 3):
        wall, processor = time.perf_counter(), time.process_time()
        answer = client.get(address)
        times.append((1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - processor)))
        if answer.status_code != 200:  # noqa: PLR2004 - OK
            raise SystemExit(f"{address} answers {answer.status_code}.")
    return times[3:]  # the first ones fill caches


def _show(title: str, times: dict[str, list[tuple[float, float]]]) -> None:
    print(f"{title:34}{'p50':>8}{'p95':>8}{'least':>8}{'python':>8}")
    for name, found in times.items():
        walls, processors = zip(*found, strict=True)
        figures = (
            statistics.median(walls),
            statistics.quantiles(walls, n=20)[-1],
            min(walls),
            statistics.median(processors),
        )
        print(f"  {name:32}" + "".join(f"{figure:8.1f}" for figure in figures), flush=True)


if __name__ == "__main__":
    main()
