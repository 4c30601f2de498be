"""Matching: `python -m bench.matching [--seekers 140000] [--vacancies 130000] [--ask 200]`.

In a database of its own, removed at the end. The labour exchange of 2025 is 1 400 000 and 1 300 000. Prints the
time of one person's best 20 vacancies and of one vacancy's best 50 people, and how long the changes of a day take
(1 percent of both, on `--workers` processes); ends with 1 where a goal is missed.
"""

import argparse
import json
import os
import random
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
DATABASE = "bench_matching"
GOALS = {"person, p95 ms": 50, "vacancy, p95 ms": 100, "day, minutes": 10}
CHANGED = 100  # one of so many changes in a day


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench.matching")
    reader.add_argument("--seekers", type=int, default=140_000)
    reader.add_argument("--vacancies", type=int, default=130_000)
    reader.add_argument("--ask", type=int, default=200)
    reader.add_argument("--workers", type=int, default=2)
    asked = reader.parse_args()
    settings.DATABASES["default"]["TEST"] = {"NAME": DATABASE}
    django.setup()
    with _database():
        found = _measure(asked)
    print(json.dumps(found, indent=2))
    sys.exit(any(found[name] > most for name, most in GOALS.items()))


@contextmanager
def _database():
    from django.db import connection  # noqa: PLC0415 - needs Django set up

    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def _measure(asked: argparse.Namespace) -> dict:
    from django.db import connection  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from bench.matching.filling import fill  # noqa: PLC0415
    from employment.seekers.models import Profile  # noqa: PLC0415
    from employment.vacancies.matching.for_person import best_vacancies  # noqa: PLC0415
    from employment.vacancies.matching.for_vacancy import best_candidates  # noqa: PLC0415
    from employment.vacancies.models import Vacancy  # noqa: PLC0415

    today, found = timezone.localdate(), {"seekers": asked.seekers, "vacancies": asked.vacancies}
    began = time.perf_counter()
    fill(asked.seekers, asked.vacancies, _about(today))
    found["filled, s"] = round(time.perf_counter() - began, 1)
    for name, model, work in (
        ("person", Profile, lambda profile: best_vacancies(profile, today)),
        ("vacancy", Vacancy, best_candidates),
    ):
        numbers = random.Random(7).sample(range(1, min(asked.seekers, asked.vacancies)), asked.ask)  # noqa: S311
        rows = list(model.objects.filter(pk__in=numbers))
        took, sizes = [], []
        for row in rows:
            began = time.perf_counter()
            sizes.append(len(work(row)))
            took.append((time.perf_counter() - began) * 1000)
        shares = statistics.quantiles(took, n=20)
        found |= {f"{name}, p50 ms": round(shares[9], 1), f"{name}, p95 ms": round(shares[18], 1)}
        found |= {f"{name}, most ms": round(max(took), 1), f"{name}, found": round(statistics.mean(sizes), 1)}
    connection.close()
    found["day, minutes"] = _day(asked)
    return found


def _about(today) -> dict:
    from employment.trades.classification import all_trades  # noqa: PLC0415
    from socialcode.law.regions import districts  # noqa: PLC0415
    from socialcode.people.models import Organisation  # noqa: PLC0415
    from tests.factories import people  # noqa: PLC0415

    office = people.make_office()
    user = people.make_staff(office=office)
    employer = Organisation.objects.create(
        bin="010140000000", name="Үлгі ЖШС", kind="employer", region=office.region, district=office.district
    )
    trades = list(all_trades())
    random.Random(3).shuffle(trades)  # noqa: S311
    places = [
        f"{place.region} {kato}"
        for kato, place in districts().items()
        for _times in range(1 + (place.urban + place.rural) // 20_000)
    ]
    about = {"trades": trades, "places": places, "organisation": employer.pk, "office": office.pk}
    return about | {"by": user.pk, "on": today}


def _day(asked: argparse.Namespace) -> float:
    """Minutes for the changes of a day: the best people of each new vacancy, the best vacancies of each new profile."""
    parts = [("vacancy", n) for n in range(1, asked.vacancies, CHANGED)]
    parts += [("person", n) for n in range(1, asked.seekers, CHANGED)]
    random.Random(11).shuffle(parts)  # noqa: S311
    began = time.perf_counter()
    with ProcessPoolExecutor(asked.workers, initializer=_worker) as pool:
        pieces = [parts[at :: asked.workers * 8] for at in range(asked.workers * 8)]
        list(pool.map(_match, pieces))
    return round((time.perf_counter() - began) / 60, 2)


def _worker() -> None:
    django.setup()
    settings.DATABASES["default"]["NAME"] = DATABASE
    from django.db import connection  # noqa: PLC0415

    connection.close()
    connection.settings_dict["NAME"] = DATABASE


def _match(piece: list[tuple[str, int]]) -> int:
    from django.utils import timezone  # noqa: PLC0415

    from employment.seekers.models import Profile  # noqa: PLC0415
    from employment.vacancies.matching.for_person import best_scores  # noqa: PLC0415
    from employment.vacancies.matching.for_vacancy import best_profiles  # noqa: PLC0415
    from employment.vacancies.models import Vacancy  # noqa: PLC0415

    today, found = timezone.localdate(), 0
    for kind, number in piece:
        if kind == "person":
            found += len(best_scores(Profile.objects.get(pk=number), today))
        else:
            found += len(best_profiles(Vacancy.objects.get(pk=number)))
    return found


if __name__ == "__main__":
    main()
