"""The people who suit a vacancy best, in the same stages as vacancies for a person (`for_person`). No names are here:
who sees one is the business of the page that shows them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import connection

from employment.seekers.models import Profile
from employment.vacancies.models import Vacancy

from . import scoring
from .for_person import WORDS, wishes_of
from .reasons import Reason, reasons_of

BEST, LOOKED_AT = 50, 100
STAGE = """
SELECT c.profile_id, wish.points + {place} + {besides} AS score
FROM (SELECT unnest(%(codes)s) AS code, unnest(%(points)s) AS points) wish
JOIN seekers_candidate c ON c.trade = wish.code
WHERE {there} AND {suitable}
ORDER BY score DESC, c.profile_id
LIMIT %(most)s
"""
NAMES = {
    "least": "c.least_pay",
    "pay_from": "%(pay_from)s::numeric",
    "pay_to": "%(pay_to)s::numeric",
    "schedules": "c.schedules",
    "schedule": "%(schedule)s",
    "years": "CASE WHEN wish.code = '' THEN 0 ELSE c.years END",
    "needed": "%(needed)s",
    "needs_access": "c.needs_access",
    "accessible": "%(accessible)s",
    "small_child": "c.small_child",
}
AT_HOME = "c.region = %(region)s AND c.district = %(district)s"
IN_REGION = "c.region = %(region)s AND c.district <> %(district)s AND (c.will_move OR c.reach <> 'district')"
ELSEWHERE = "c.region <> %(region)s AND (c.will_move OR c.reach = 'country') AND (c.will_move OR c.reach <> 'district')"
ANYWHERE = "true"


@dataclass(frozen=True)
class Candidate:
    """Somebody who suits a vacancy, with points of 100 and why."""

    profile: Profile
    score: int
    reasons: list[Reason]


def best_candidates(vacancy: Vacancy, most: int = BEST) -> list[Candidate]:
    """The profiles that suit a vacancy best, the best first."""
    scored = scoring.could_be_best(best_profiles(vacancy), most)
    words = " ".join(getattr(vacancy, name) for name in WORDS)
    found = []
    for number, skills in Profile.objects.filter(pk__in=scored).values_list("pk", "skills"):
        shared = scoring.shared_skills(skills, words)
        found.append((-scored[number] - scoring.skill_points(shared), number, shared))
    best = sorted(found)[:most]
    profiles = Profile.objects.prefetch_related("trades").in_bulk([number for _score, number, _shared in best])
    return [
        Candidate(profiles[number], -score, reasons_of(profiles[number], vacancy, wishes_of(profiles[number]), shared))
        for score, number, shared in best
    ]


def best_profiles(vacancy: Vacancy) -> list[tuple[int, int]]:
    """Numbers and points (without skills) of the profiles looked at closer, the best first, each once."""
    asked = {
        "region": vacancy.region,
        "district": vacancy.district,
        "pay_from": vacancy.pay_from,
        "pay_to": vacancy.pay_to,
        "schedule": vacancy.schedule,
        "needed": vacancy.experience_years,
        "accessible": vacancy.accessible,
        "most": LOOKED_AT,
    }
    best: dict[int, int] = {}
    with connection.cursor() as cursor:
        for bound, codes, there, place in _stages(vacancy):
            scores = sorted(best.values(), reverse=True)
            if len(scores) >= BEST and scores[BEST - 1] >= bound:
                break
            sql = STAGE.format(
                place=place, besides=scoring.besides_sql(**NAMES), there=there, suitable=scoring.suitable_sql(**NAMES)
            )
            cursor.execute(sql, asked | {"codes": list(codes), "points": list(codes.values())})
            for number, score in cursor.fetchall():
                best[number] = max(score, best.get(number, 0))
    return sorted(best.items(), key=lambda row: (-row[1], row[0]))[:LOOKED_AT]


def _stages(vacancy: Vacancy) -> list[tuple[int, dict[str, int], str, int]]:
    """The most that a stage can give, its trades with points, where its people are and the points for that."""
    by_points: dict[int, dict[str, int]] = {}
    for code, points in _trades(vacancy).items():
        by_points.setdefault(points, {})[code] = points
    stages = [
        (points + place + scoring.AT_MOST_BESIDES, codes, there, place)
        for points, codes in by_points.items()
        for there, place in _places(vacancy)
    ]
    return sorted(stages, key=lambda stage: -stage[0])


def _trades(vacancy: Vacancy) -> Mapping[str, int]:
    near = scoring.near_trades(vacancy.trade)
    return {**near, "": scoring.NO_TRADE} if vacancy.trade.startswith(scoring.SIMPLE_WORK) else near


def _places(vacancy: Vacancy) -> Iterator[tuple[str, int]]:
    if vacancy.schedule == scoring.REMOTE:
        yield ANYWHERE, scoring.FROM_HOME
        return
    yield AT_HOME, scoring.DISTRICT
    yield IN_REGION, scoring.REGION
    yield ELSEWHERE, scoring.FAR
