"""How well a person and a vacancy suit one another: up to 100 points, the same in SQL for many and in Python for one.

What the law does not call suitable (article 101) is no match at all: a workplace without access for whom it is needed,
full days for who cares for a child under three, another place for who would not move. All else is points.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from employment.trades.classification import all_trades, shared_digits
from employment.trades.hours import Schedule

TRADE = {4: 40, 3: 25, 2: 12}  # by how many digits of the code are shared
NO_TRADE = 12  # of simple work, for who has no trade (article 101.3)
DISTRICT, REGION, FROM_HOME, FAR = 20, 12, 14, 5
PAY, PAY_NEAR, NEAR = 15, 6, Decimal("0.9")  # near: at least this share of the lowest pay wished
HOURS, EXPERIENCE = 10, 5
SKILL, MOST_SKILLS = 4, 10
AT_MOST_BESIDES = PAY + HOURS + EXPERIENCE + MOST_SKILLS
SIMPLE_WORK = "9"  # the major group of work that needs no training
FOR_CARERS = (Schedule.PART.value, Schedule.FLEXIBLE.value)
REMOTE = Schedule.REMOTE.value

PAY_SQL = f"""CASE WHEN {{least}} IS NULL OR COALESCE({{pay_to}}, {{pay_from}}) >= {{least}} THEN {PAY}
 WHEN COALESCE({{pay_to}}, {{pay_from}}) >= {{least}} * {NEAR} THEN {PAY_NEAR} ELSE 0 END"""
HOURS_SQL = f"""CASE WHEN cardinality({{schedules}}) = 0 OR {{schedule}} = ANY({{schedules}}) THEN {HOURS} ELSE 0 END"""
EXPERIENCE_SQL = f"""CASE WHEN {{years}} >= {{needed}} THEN {EXPERIENCE} ELSE 0 END"""
SUITABLE_SQL = f"""(NOT {{needs_access}} OR {{accessible}})
 AND (NOT {{small_child}} OR {{schedule}} IN {FOR_CARERS})"""


def besides_sql(**names: str) -> str:
    """The points for pay, hours and experience as an expression; `names` say what stands for each."""
    return " + ".join(f"({part.format(**names)})" for part in (PAY_SQL, HOURS_SQL, EXPERIENCE_SQL))


def suitable_sql(**names: str) -> str:
    """What the law demands, as a condition."""
    return SUITABLE_SQL.format(**names)


@dataclass(frozen=True)
class Wish:
    """A trade that counts for somebody: how many points, and with how many years of work in it."""

    code: str
    points: int
    years: int


def wishes(trades: Iterable[tuple[str, int]]) -> list[Wish]:
    """Every trade near to one of the given ones (code, years); for who has none, work that needs no training."""
    own = list(trades)
    if not own:
        return [Wish(code, NO_TRADE, 0) for code in all_trades() if code.startswith(SIMPLE_WORK)]
    near: dict[str, Wish] = {}
    for trade, years in own:
        for code, points in near_trades(trade).items():
            if code not in near or (points, years) > (near[code].points, near[code].years):
                near[code] = Wish(code, points, years)
    return list(near.values())


@cache
def near_trades(code: str) -> Mapping[str, int]:
    """The trades near to one, itself among them, with the points for it."""
    found = {other: TRADE.get(shared_digits(code, other), 0) for other in all_trades()}
    return MappingProxyType({other: points for other, points in found.items() if points})


def shared_skills(skills: Collection[str], words: str) -> list[str]:
    """The skills that a text names, whatever the case."""
    text = words.casefold()
    return [skill for skill in skills if skill.casefold() in text]


def could_be_best(scored: Sequence[tuple[int, int]], most: int) -> dict[int, int]:
    """Of numbers and points without skills, the best first: those that skills could still lift among the best."""
    if len(scored) <= most:
        return dict(scored)
    least = scored[most - 1][1] - MOST_SKILLS
    return {number: score for number, score in scored if score >= least}


def skill_points(shared: Collection[str]) -> int:
    return min(len(shared) * SKILL, MOST_SKILLS)
