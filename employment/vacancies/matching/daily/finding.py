"""Finding the new matches of a day, slice by slice: once a day, whoever calls and however often.

A new vacancy is compared with all who look for work in a trade near to it; one changed profile with all that is open.
Well suits what has the trade, or a close one, and at least `match_told_points` of the 50 points for place, pay, hours
and experience. Of each trade a person gets the best few. Of work from home and in other regions only the best paid of a
trade are looked at, so that a day grows with the new vacancies of a place and not with those of the country.
"""

import datetime

from django.db import connection, transaction
from django.utils import timezone

from employment.seekers.models import Candidate, Profile
from employment.trades.classification import all_trades
from employment.vacancies import terms
from employment.vacancies.matching import for_vacancy, scoring
from employment.vacancies.matching.for_person import best_scores
from employment.vacancies.models import MatchRun, MatchSlice, NewMatch, Vacancy
from socialcode.slices import work_on_next

CLOSE = scoring.TRADE[3]  # the points of a trade that is close enough to tell of
MOST = 3  # matches of a trade that one person gets of a day
FROM_AFAR = 20  # vacancies of a trade that are compared with people who do not live there
A_SLICE = 300  # changed profiles
ERASED_AT_ONCE = 10_000
NAMES = for_vacancy.NAMES | {
    "pay_from": "v.pay_from",
    "pay_to": "v.pay_to",
    "schedule": "v.schedule",
    "years": "CASE WHEN c.trade = '' THEN 0 ELSE c.years END",
    "needed": "v.experience_years",
    "accessible": "v.accessible",
}
SUITABLE, BESIDES = scoring.suitable_sql(**NAMES), scoring.besides_sql(**NAMES)
AT_A_PLACE = "v.schedule <> 'remote' AND v.region = c.region AND v.district"
WOULD_TRAVEL = "(c.will_move OR c.reach <> 'district')"
WOULD_MOVE = "v.schedule <> 'remote' AND v.region <> c.region AND (c.will_move OR c.reach = 'country')"
WAYS = (
    ("new", f"{AT_A_PLACE} = c.district", scoring.DISTRICT),
    ("new", f"{AT_A_PLACE} <> c.district AND {WOULD_TRAVEL}", scoring.REGION),
    ("far", "v.schedule = 'remote'", scoring.FROM_HOME),
    ("far", WOULD_MOVE, scoring.FAR),
)
PAIRS = " UNION ALL ".join(
    f"""SELECT c.profile_id, v.id, v.posted_at, v.points, {place} + {BESIDES} AS besides
    FROM seekers_candidate c JOIN {table} v ON {there} WHERE c.trade = %(trade)s AND {SUITABLE}"""
    for table, there, place in WAYS
)
FIND = f"""
WITH new AS MATERIALIZED (
    SELECT v.*, near.points FROM vacancies_vacancy v
    JOIN (SELECT unnest(%(codes)s) AS code, unnest(%(points)s) AS points) near ON v.trade = near.code
    WHERE v.state = 'open' AND v.expires_on >= %(on)s AND v.posted_at > %(since)s AND v.posted_at <= %(until)s
), far AS MATERIALIZED (
    SELECT * FROM (
        SELECT *, row_number() OVER (
            PARTITION BY schedule = 'remote', accessible ORDER BY points DESC, COALESCE(pay_to, pay_from) DESC, id
        ) AS place FROM new
    ) ranked WHERE place <= {FROM_AFAR}
)
INSERT INTO vacancies_newmatch (profile_id, vacancy_id, points, found_at)
SELECT profile_id, id, score, %(now)s FROM (
    SELECT profile_id, id, points + besides AS score, row_number() OVER (
        PARTITION BY profile_id ORDER BY points + besides DESC, posted_at DESC, id
    ) AS place FROM ({PAIRS}) pair WHERE besides >= %(least)s
) best WHERE place <= {MOST}
ON CONFLICT (profile_id, vacancy_id) DO NOTHING
"""


def begin_today() -> None:
    """Cut the work of today, unless it is cut already; what was found long ago is erased."""
    today = timezone.localdate()
    if MatchRun.objects.filter(day=today).exists():
        return
    _erase()
    with transaction.atomic():
        last = MatchRun.objects.order_by("-day").first()
        now = timezone.now()
        since = last.until if last else now - datetime.timedelta(days=1)
        run, is_new = MatchRun.objects.get_or_create(day=today, defaults={"since": since, "until": now})
        if is_new:
            MatchSlice.objects.bulk_create([*_of_trades(run), *_of_changed(run)])


def work_on() -> bool:
    """Do the next slice that nobody works on. False where all are done or taken."""
    return work_on_next(MatchSlice.objects.next_free, _find)


def _of_trades(run: MatchRun) -> list[MatchSlice]:
    new = set(_new(run).values_list("trade", flat=True).distinct())
    looked_for = set(Candidate.objects.values_list("trade", flat=True).distinct()) if new else set()
    return [MatchSlice(run=run, trade=trade) for trade in sorted(looked_for) if new & {*_near(trade)}]


def _of_changed(run: MatchRun) -> list[MatchSlice]:
    numbers = list(_changed(run).order_by("pk").values_list("pk", flat=True))
    parts = [numbers[at : at + A_SLICE] for at in range(0, len(numbers), A_SLICE)]
    return [MatchSlice(run=run, of_changed=True, first=part[0], last=part[-1], expected=len(part)) for part in parts]


def _new(run: MatchRun):
    return Vacancy.objects.open().filter(posted_at__gt=run.since, posted_at__lte=run.until)


def _changed(run: MatchRun):
    return Profile.objects.filter(is_looking=True, changed_at__gt=run.since, changed_at__lte=run.until).exclude(
        region=""
    )


def _near(trade: str) -> dict[str, int]:
    """The trades of vacancies that are told to who looks for one, with their points."""
    if not trade:
        return {code: scoring.NO_TRADE for code in all_trades() if code.startswith(scoring.SIMPLE_WORK)}
    return {code: points for code, points in scoring.near_trades(trade).items() if points >= CLOSE}


def _find(part: MatchSlice) -> None:
    part.found = _of_profiles(part) if part.of_changed else _of_trade(part)
    part.done_at = timezone.now()
    part.save(update_fields=["found", "done_at"])


def _of_trade(part: MatchSlice) -> int:
    near = _near(part.trade)
    asked = {
        "trade": part.trade,
        "codes": list(near),
        "points": list(near.values()),
        "since": part.run.since,
        "until": part.run.until,
        "on": timezone.localdate(),
        "now": timezone.now(),
        "least": terms.told_points(),
    }
    with connection.cursor() as cursor:
        cursor.execute(FIND, asked)
        return cursor.rowcount


def _of_profiles(part: MatchSlice) -> int:
    """All that is open is new to who has just said what they can and want."""
    today, least, made = timezone.localdate(), terms.told_points(), []
    for profile in _changed(part.run).filter(pk__range=(part.first, part.last)).prefetch_related("trades"):
        own = [row.trade for row in profile.trades.all()]
        near = {code for trade in own or [""] for code in _near(trade)}
        scored = dict(best_scores(profile, today))
        trades = dict(Vacancy.objects.filter(pk__in=scored).values_list("pk", "trade"))
        well = [
            NewMatch(profile=profile, vacancy_id=number, points=score)
            for number, score in scored.items()
            if trades[number] in near and score - _trade_points(own, trades[number]) >= least
        ]
        made += well[:MOST]
    return len(NewMatch.objects.bulk_create(made, ignore_conflicts=True))


def _trade_points(own: list[str], trade: str) -> int:
    return max((scoring.near_trades(one).get(trade, 0) for one in own), default=scoring.NO_TRADE)


def _erase() -> None:
    """What was found long ago is no news any more; whether somebody was told does not matter then."""
    before = terms.new_since()
    while True:
        old = NewMatch.objects.filter(found_at__lt=before).order_by("found_at").values("pk")[:ERASED_AT_ONCE]
        if not NewMatch.objects.filter(pk__in=old).delete()[0]:
            break
    MatchRun.objects.filter(until__lt=before).delete()
