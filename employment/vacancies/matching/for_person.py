"""The vacancies that suit a person best.

Vacancies are looked through in stages, by trade and place, those first of which the best could be had. It ends once no
stage that is left can hold a better one: exact, and short where a trade has very many vacancies. Skills are compared on
the best of all only, since they stand in texts.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import connection

from employment.seekers.models import Hindrance, Profile, Reach
from employment.vacancies.models import Vacancy

from . import scoring
from .reasons import Reason, reasons_of
from .scoring import Wish

BEST, LOOKED_AT = 20, 60
WORDS = ("title", "requirements", "duties")
STAGE = """
SELECT v.id, wish.points + {place} + {besides} AS score
FROM (SELECT unnest(%(codes)s) AS code, unnest(%(points)s) AS points, unnest(%(years)s) AS years) wish
JOIN vacancies_vacancy v ON v.trade = wish.code
WHERE v.state = 'open' AND v.expires_on >= %(on)s AND {there} AND {suitable}
ORDER BY score DESC, v.posted_at DESC, v.id
LIMIT %(most)s
"""
NAMES = {
    "least": "%(least)s::numeric",
    "pay_from": "v.pay_from",
    "pay_to": "v.pay_to",
    "schedules": "%(schedules)s::varchar[]",
    "schedule": "v.schedule",
    "years": "wish.years",
    "needed": "v.experience_years",
    "needs_access": "%(needs_access)s",
    "accessible": "v.accessible",
    "small_child": "%(small_child)s",
}
AT_HOME = "v.region = %(region)s AND v.district = %(district)s AND v.schedule <> 'remote'"
IN_REGION = "v.region = %(region)s AND v.district <> %(district)s AND v.schedule <> 'remote'"
ELSEWHERE = "v.region <> %(region)s AND v.schedule <> 'remote'"
FROM_HOME = "v.schedule = 'remote'"


@dataclass(frozen=True)
class Match:
    """A vacancy that suits somebody, with points of 100 and why."""

    vacancy: Vacancy
    score: int
    reasons: list[Reason]


def best_vacancies(profile: Profile, on: datetime.date, most: int = BEST) -> list[Match]:
    """The vacancies open on a day that suit a profile best, the best first."""
    scored = scoring.could_be_best(best_scores(profile, on), most)
    found = []
    for number, posted_at, *words in _texts(scored):
        shared = scoring.shared_skills(profile.skills, " ".join(words))
        found.append((-scored[number] - scoring.skill_points(shared), -posted_at.timestamp(), number, shared))
    best = sorted(found)[:most]
    vacancies = Vacancy.objects.whole().in_bulk([number for _score, _at, number, _shared in best])
    wished = wishes_of(profile)
    return [
        Match(vacancies[number], -score, reasons_of(profile, vacancies[number], wished, shared))
        for score, _at, number, shared in best
    ]


def best_scores(profile: Profile, on: datetime.date) -> list[tuple[int, int]]:
    """Numbers and points (without skills) of the vacancies looked at closer, the best first."""
    wished, asked = wishes_of(profile), _asked(profile, on)
    found: list[tuple[int, int]] = []
    with connection.cursor() as cursor:
        for bound, trades, there, place in _stages(profile, wished):
            if len(found) >= BEST and found[BEST - 1][1] >= bound:
                break
            sql = STAGE.format(
                place=place,
                besides=scoring.besides_sql(**NAMES),
                there=there,
                suitable=scoring.suitable_sql(**NAMES),
            )
            columns = {name: [getattr(wish, name) for wish in trades] for name in ("points", "years")}
            cursor.execute(sql, asked | columns | {"codes": [wish.code for wish in trades]})
            found = sorted([*found, *cursor.fetchall()], key=lambda row: (-row[1], row[0]))[:LOOKED_AT]
    return found


def _texts(scored: Mapping[int, int]):
    """What skills are looked for in: many are compared, and few of them shown."""
    return Vacancy.objects.filter(pk__in=scored).values_list("pk", "posted_at", *WORDS)


def wishes_of(profile: Profile) -> list[Wish]:
    return scoring.wishes((row.trade, row.years) for row in profile.trades.all())


def _asked(profile: Profile, on: datetime.date) -> dict:
    return {
        "on": on,
        "region": profile.region,
        "district": profile.district,
        "least": profile.least_pay,
        "schedules": profile.schedules,
        "needs_access": profile.needs_access,
        "small_child": Hindrance.SMALL_CHILD in profile.hindrances,
        "most": LOOKED_AT,
    }


def _stages(profile: Profile, wished: list[Wish]) -> list[tuple[int, list[Wish], str, int]]:
    """The most that a stage can give, its trades, where its vacancies are and the points for that; the best first."""
    by_points: dict[int, list[Wish]] = {}
    for wish in wished:
        by_points.setdefault(wish.points, []).append(wish)
    stages = [
        (points + place + scoring.AT_MOST_BESIDES, trades, there, place)
        for points, trades in by_points.items()
        for there, place in _places(profile)
    ]
    return sorted(stages, key=lambda stage: -stage[0])


def _places(profile: Profile) -> Iterator[tuple[str, int]]:
    """Where somebody takes work, with the points for it. Another place of living only with consent (article 101.2)."""
    yield AT_HOME, scoring.DISTRICT
    yield FROM_HOME, scoring.FROM_HOME
    if profile.reach != Reach.DISTRICT or profile.will_move:
        yield IN_REGION, scoring.REGION
    if profile.reach == Reach.COUNTRY or profile.will_move:
        yield ELSEWHERE, scoring.FAR
