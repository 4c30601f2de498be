"""How long one person's best vacancies, one vacancy's best people and the changes of a day take."""

import argparse
import datetime
import random
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from django.db import connection
from django.db.models.functions import Mod
from django.utils import timezone

from bench.matching.filling import fill
from employment.seekers.models import Profile
from employment.trades.classification import all_trades
from employment.vacancies.matching.daily import finding
from employment.vacancies.matching.for_person import best_vacancies
from employment.vacancies.matching.for_vacancy import best_candidates
from employment.vacancies.models import MatchRun, NewMatch, Vacancy
from socialcode.law.regions import districts
from socialcode.people.models import Organisation
from tests.factories import people

CHANGED = 100  # one of so many changes in a day
DAY = datetime.timedelta(days=1)
POSTED_IN = 20 * DAY  # all vacancies of `filling`


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
    return found | _day(asked)


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


def _day(asked: argparse.Namespace) -> dict:
    """The new matches of a day for everybody, as the workers find them: one in `CHANGED` vacancies is new, and as many
    profiles have changed."""
    now, share = timezone.now(), POSTED_IN / CHANGED
    MatchRun.objects.create(day=timezone.localdate() - DAY, since=now - DAY - share, until=now - share)
    Profile.objects.annotate(rest=Mod("pk", CHANGED)).filter(rest=0).update(changed_at=now)
    began = time.perf_counter()
    finding.begin_today()
    connection.close()  # no two processes share one
    with ProcessPoolExecutor(asked.workers, get_context("fork")) as pool:  # they know the database of this process
        list(pool.map(_work, range(asked.workers)))
    minutes = round((time.perf_counter() - began) / 60, 2)
    return {"day, minutes": minutes, "day, found": NewMatch.objects.count()}


def _work(_number: int) -> int:
    done = 0
    while finding.work_on():
        done += 1
    return done
