"""How long one person's best vacancies, one vacancy's best people and the changes of a day take."""

import argparse
import random
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from django.db import connection
from django.utils import timezone

from bench.matching.filling import fill
from employment.seekers.models import Profile
from employment.trades.classification import all_trades
from employment.vacancies.matching.for_person import best_scores, best_vacancies
from employment.vacancies.matching.for_vacancy import best_candidates, best_profiles
from employment.vacancies.models import Vacancy
from socialcode.law.regions import districts
from socialcode.people.models import Organisation
from tests.factories import people

CHANGED = 100  # one of so many changes in a day


def measure(asked: argparse.Namespace) -> dict:
    today, found = timezone.localdate(), {"seekers": asked.seekers, "vacancies": asked.vacancies}
    began = time.perf_counter()
    fill(asked.seekers, asked.vacancies, _about(today))
    found["filled, s"] = round(time.perf_counter() - began, 1)
    for name, model, work in (
        ("person", Profile, lambda profile: best_vacancies(profile, today)),
        ("vacancy", Vacancy, best_candidates),
    ):
        least = min(asked.seekers, asked.vacancies)
        numbers = random.Random(7).sample(range(1, least), asked.ask)  # noqa: S311 - the same on every run
        rows = list(model.objects.filter(pk__in=numbers))
        took, sizes = [], []
        for row in rows:
            began = time.perf_counter()
            sizes.append(len(work(row)))
            took.append((time.perf_counter() - began) * 1000)
        shares = statistics.quantiles(took, n=20)
        found |= {f"{name}, p50 ms": round(shares[9], 1), f"{name}, p95 ms": round(shares[18], 1)}
        found |= {f"{name}, most ms": round(max(took), 1), f"{name}, found": round(statistics.mean(sizes), 1)}
    connection.close()  # no two processes share one
    found["day, minutes"] = _day(asked)
    return found


def _about(today) -> dict:
    office = people.make_office()
    user = people.make_staff(office=office)
    employer = Organisation.objects.create(
        bin="010140000000", name="Үлгі ЖШС", kind="employer", region=office.region, district=office.district
    )
    trades = list(all_trades())
    random.Random(3).shuffle(trades)  # noqa: S311 - the same on every run
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
    random.Random(11).shuffle(parts)  # noqa: S311 - the same on every run
    began = time.perf_counter()
    with ProcessPoolExecutor(asked.workers, get_context("fork")) as pool:  # they know the database of this process
        pieces = [parts[at :: asked.workers * 8] for at in range(asked.workers * 8)]
        list(pool.map(_match, pieces))
    return round((time.perf_counter() - began) / 60, 2)


def _match(piece: list[tuple[str, int]]) -> int:
    today, found = timezone.localdate(), 0
    for kind, number in piece:
        if kind == "person":
            found += len(best_scores(Profile.objects.get(pk=number), today))
        else:
            found += len(best_profiles(Vacancy.objects.get(pk=number)))
    return found
