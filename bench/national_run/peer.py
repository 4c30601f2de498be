"""The same measure as one statement of SQL, tuned by hand, into a table with the indexes of the levels; and whether it
says of each family what the run says."""

import datetime
import math
from decimal import Decimal
from pathlib import Path

from django.db import connection

STATEMENT = (Path(__file__).parent / "statement.sql").read_text(encoding="utf-8")
INTO = "bench_levels"
PLACE = "bench_place"
ECONOMIC, HOUSING, EDUCATION, HEALTH, SOCIAL = "economic", "housing", "education", "health", "social"
INDICATORS = ((ECONOMIC, 6), (HOUSING, 4), (EDUCATION, 4), (HEALTH, 6), (SOCIAL, 5))  # in the order of `met`
TAKEN = (
    *(f"weight_of_{name}" for name, _length in INDICATORS),
    *(f"level_{letter}_from" for letter in "abcd"),
    *("poor_from", "overdue_debt_limit", "overdue_days_limit", "area_per_member"),
    *("subsistence_minimum", "subsistence_share"),
)
MEMORY = "256MB"  # for each sort or hash table of the statement, and two cores
COMPARED = (
    "region, district, is_rural, members, children, level, level_at_best, level_at_worst, is_poor, points_at_best"
)
COMPARED += ", points_at_worst, lacking, unknown"


def prepare() -> None:
    """An empty table to write into, with the columns and indexes of the levels."""
    from family_map.models import FamilyLevel  # noqa: PLC0415 - needs Django set up

    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TYPE {PLACE} AS (region varchar, district varchar, is_rural boolean)")
        cursor.execute(f"CREATE TABLE {INTO} (LIKE {FamilyLevel._meta.db_table} INCLUDING INDEXES)")
        cursor.execute(f"ALTER TABLE {INTO} ALTER run_id DROP NOT NULL")


def run(on: datetime.date) -> None:
    """Work out every family in one statement."""
    words, given = _words(on), _given(on)
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {INTO}")
        cursor.execute(f"SET work_mem = '{MEMORY}'; SET max_parallel_workers_per_gather = 2; SET jit = off")
        cursor.execute(STATEMENT.format(**words), given)
        cursor.execute("RESET work_mem; RESET max_parallel_workers_per_gather; RESET jit")


def differ() -> int:
    """Of how many families the statement says something else than the run."""
    from family_map.models import FamilyLevel  # noqa: PLC0415 - needs Django set up

    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT count(*) FROM (SELECT family_id, {COMPARED} FROM {FamilyLevel._meta.db_table}) ours
            FULL JOIN (SELECT family_id, {COMPARED} FROM {INTO}) peer USING (family_id)
            WHERE ROW(ours.*) IS DISTINCT FROM ROW(peer.*)
            """  # noqa: S608 - names of ours
        )
        return cursor.fetchone()[0]


def _law(on: datetime.date, region: str = "") -> dict:
    """The values that the method takes, by their names there."""
    from socialcode.engine.registry import registry  # noqa: PLC0415 - needs Django set up
    from socialcode.law.values import values_on  # noqa: PLC0415

    values, method = values_on(on, region), registry.levels["wellbeing"]
    full = {name: method.value_name(name, values.parameters) for name in TAKEN}
    return {name: values.value(named) for name, named in full.items()}


def _line(on: datetime.date, region: str) -> Decimal:
    """That of the region, where it is published for the quarter of the day; else the share of the country's minimum."""
    from socialcode.engine.days import start_of_quarter  # noqa: PLC0415 - needs Django set up
    from socialcode.law.values import values_on  # noqa: PLC0415

    law, published = _law(on, region), values_on(on, region).by_start("poverty_line")
    own = [line for since, line in published.items() if start_of_quarter(on) <= since <= on]
    return own[-1] if own else Decimal(math.ceil(law["subsistence_share"] * law["subsistence_minimum"]))


def _given(on: datetime.date) -> dict:
    from socialcode.engine.days import start_of_quarter  # noqa: PLC0415 - needs Django set up
    from socialcode.law.values import values_on  # noqa: PLC0415

    law, values = _law(on), values_on(on)
    return {
        "on": on,
        "quarter": start_of_quarter(on),
        "men": values.value("retirement_age_men") * 12,
        "women": values.value("retirement_age_women") * 12,
        "line": _line(on, ""),
        "subsistence": law["subsistence_minimum"],
        "debt": law["overdue_debt_limit"],
        "late": law["overdue_days_limit"],
        "area": law["area_per_member"],
        "all": _everything(law),
        "poor": _everything(law) * law["poor_from"],
    }


def _everything(law: dict) -> int:
    return sum(_weight(law, name) for name, _length in INDICATORS)


def _weight(law: dict, dimension: str) -> int:
    from family_map.indicators.dimension import PARTS  # noqa: PLC0415 - needs Django set up

    return int(law[f"weight_of_{dimension}"]) * PARTS


def _words(on: datetime.date) -> dict[str, str]:
    from socialcode.engine.days import months_before, start_of_quarter  # noqa: PLC0415 - needs Django set up
    from socialcode.law.regions import regions  # noqa: PLC0415

    law, months = _law(on), sorted(months_before(start_of_quarter(on), 3))
    parts = [_weight(law, name) // length for name, length in INDICATORS for _one in range(length)]
    places = range(1, len(parts) + 1)
    limits = [(law[f"level_{letter.lower()}_from"], letter) for letter in "ABCD"]
    steps = {
        points: " ".join(f"WHEN {points} >= {limit} * %(all)s THEN '{letter}'" for limit, letter in limits)
        for points in ("best", "worst")
    }
    return {
        "into": INTO,
        "place": PLACE,
        "year": str(months[0].year),
        "first": str(months[0].month),
        "last": str(months[-1].month),
        "lines": ", ".join(f"('{region}', {_line(on, region)}::numeric)" for region in regions()),
        "lacking": _sum("CASE WHEN NOT met[{}] THEN {} ELSE 0 END", places, parts),
        "perhaps": _sum("CASE WHEN met[{}] THEN 0 ELSE {} END", places, parts),
        "lacking_bits": _sum("CASE WHEN NOT met[{}] THEN {} ELSE 0 END", places, [1 << one - 1 for one in places]),
        "unknown_bits": _sum("CASE WHEN met[{}] IS NULL THEN {} ELSE 0 END", places, [1 << one - 1 for one in places]),
        "level_at_best": f"CASE {steps['best']} ELSE 'E' END",
        "level_at_worst": f"CASE {steps['worst']} ELSE 'E' END",
    }


def _sum(each: str, places, weights) -> str:
    return " + ".join(each.format(place, weight) for place, weight in zip(places, weights, strict=True))
