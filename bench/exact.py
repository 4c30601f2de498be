"""The amounts of the invented nation to the tenge, in whole numbers of Python: what both sides are held against.

Written apart from either side's rules, with the figures of 2026 repeated here.
"""

import datetime
from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, Decimal
from functools import cache
from itertools import groupby

from bench.nation import ON, STATUSES

MCI = 4325
POVERTY_LINE = 61_000
LARGE_FAMILY = {4: Decimal("16.03"), 5: Decimal("20.04"), 6: Decimal("24.05"), 7: Decimal("28.06")}
ACCEPTED = {STATUSES.index(status) for status in ("citizen", "kandas", "treaty_foreigner")}
EPOCH = datetime.date(1970, 1, 1)


def amounts(columns: Mapping) -> dict[str, list[int]]:
    """The grant of every person; the two other benefits of every family."""
    grants = [_birth_grant(*row) for row in _rows(columns, "birth_date", "birth_order", *HEAD)]
    families = [list(rows) for _family, rows in groupby(_rows(columns, *MEMBER), key=lambda row: row[0])]
    return {
        "birth_grant": grants,
        "large_family": [_large_family(members) for members in families],
        "targeted_assistance": [_targeted_assistance(members) for members in families],
    }


HEAD = ("lives_in_kazakhstan", "legal_status")
MEMBER = ("family", "is_child", "birth_date", "studies", "income_of_quarter", *HEAD)


def _rows(columns: Mapping, *names: str) -> Iterator[tuple]:
    return zip(*(columns[name] for name in names), strict=True)


@cache
def _age(born: int) -> int:
    """Whole years on the day, of somebody born so many days after 1970-01-01."""
    day = EPOCH + datetime.timedelta(days=born)
    return ON.year - day.year - ((ON.month, ON.day) < (day.month, day.day))


@cache
def _in_time(born: int) -> bool:
    """Whether 18 months have not yet gone by; the day has such a number that every month has it."""
    day = EPOCH + datetime.timedelta(days=born)
    months = 12 * (ON.year - day.year) + ON.month - day.month
    return months < 18 or (months == 18 and ON.day <= day.day)  # noqa: PLR2004 - article 79


@cache
def _birth_grant(born: int, birth_order: int, lives_here: int, status: int) -> int:
    size = 63 if birth_order >= 4 else 38  # noqa: PLR2004 - article 80
    return size * MCI if lives_here and status in ACCEPTED and _in_time(born) else 0


def _large_family(members: list[tuple]) -> int:
    *_rest, lives_here, status = members[0]
    counted = sum(is_child and _age(born) < (23 if studies else 18) for _f, is_child, born, studies, *_r in members)
    if not lives_here or status not in ACCEPTED or counted < min(LARGE_FAMILY):
        return 0
    size = LARGE_FAMILY.get(counted, Decimal(4 * counted))
    return int((size * MCI).to_integral_value(ROUND_CEILING))


def _targeted_assistance(members: list[tuple]) -> int:
    """Tiyn times two, so that the half of 1.5 MCI is whole; the third of a quarter is divided last, upwards."""
    income = sum(row[4] for row in members)
    line = POVERTY_LINE * 100 * 3 * len(members)
    if income >= line:
        return 0
    young = sum(is_child and 1 <= _age(born) <= 6 for _f, is_child, born, *_r in members)  # noqa: PLR2004 - article 126
    sixths_of_tiyn = 2 * (line - income) + 3 * 3 * MCI * 100 * young
    return -(-sixths_of_tiyn // 600)
