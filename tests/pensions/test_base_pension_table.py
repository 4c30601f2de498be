"""The base pension by full years in the pension system, row by row as it was tabulated (article 206)."""

import datetime

import pytest

from socialcode.engine import examples
from socialcode.engine.nation.evaluate import frame_of, trace
from socialcode.engine.registry import registry

TABLE = {  # full years: percent of the subsistence minimum in 2023 to 2027, tenge in 2023 to 2026
    10: (60, 65, 70, 70, 70, 24341, 28215, 32360, 35596),
    11: (62, 67, 72, 72, 72, 25152, 29083, 33285, 36613),
    12: (64, 69, 74, 74, 74, 25963, 29951, 34209, 37630),
    13: (66, 71, 76, 76, 76, 26775, 30819, 35134, 38647),
    14: (68, 73, 78, 78, 78, 27586, 31688, 36058, 39664),
    15: (70, 75, 80, 80, 80, 28397, 32556, 36983, 40681),
    16: (72, 77, 82, 82, 82, 29209, 33424, 37907, 41698),
    17: (74, 79, 84, 84, 84, 30020, 34292, 38832, 42715),
    18: (76, 81, 86, 86, 86, 30831, 35160, 39757, 43732),
    19: (78, 83, 88, 88, 88, 31643, 36028, 40681, 44749),
    20: (80, 85, 90, 90, 90, 32454, 36896, 41606, 45766),
    21: (82, 87, 92, 92, 92, 33265, 37765, 42530, 46783),
    22: (84, 89, 94, 94, 94, 34077, 38633, 43455, 47800),
    23: (86, 91, 96, 96, 96, 34888, 39501, 44379, 48817),
    24: (88, 93, 98, 98, 98, 35699, 40369, 45304, 49834),
    25: (90, 95, 100, 100, 100, 36511, 41237, 46228, 50851),
    26: (92, 97, 102, 102, 102, 37322, 42105, 47153, 51869),
    27: (94, 99, 104, 104, 104, 38133, 42973, 48078, 52886),
    28: (96, 101, 106, 106, 106, 38945, 43842, 49002, 53903),
    29: (98, 103, 108, 108, 108, 39756, 44710, 49927, 54920),
    30: (100, 105, 110, 110, 110, 40567, 45578, 50851, 55937),
    31: (100, 105, 110, 112, 112, 40567, 45578, 50851, 56954),
    32: (100, 105, 110, 114, 114, 40567, 45578, 50851, 57971),
    33: (100, 105, 110, 116, 116, 40567, 45578, 50851, 58988),
    34: (100, 105, 110, 118, 118, 40567, 45578, 50851, 60005),
    35: (100, 105, 110, 118, 120, 40567, 45578, 50851, 60005),
}
LEAST = {"2018-07-01": 54, "2022-12-31": 54, "2023-01-01": 60, "2024-01-01": 65, "2025-01-01": 70, "2027-01-01": 70}
LARGEST = {"2022-12-31": 100, "2023-01-01": 100, "2024-01-01": 105, "2025-01-01": 110, "2026-01-01": 118}


def computed(day, years):
    """Percent and tenge of pensioners with so many years."""
    provision, on = registry.provisions["base_pension"], datetime.date.fromisoformat(day)
    given = examples.read(provision)["given"]
    rows = [examples.facts_of(provision, given, {"pension_years": number}) for number in years]
    found = trace(provision, frame_of(provision.facts, rows, on), on, registry.values(on))
    return [share * 100 for share in found["share"]], found["amount"].to_list()


@pytest.mark.parametrize(("column", "year"), list(enumerate(range(2023, 2028))))
def test_every_row_of_the_table(column, year):
    percents, tenge = computed(f"{year}-01-01", TABLE)
    assert percents == [row[column] for row in TABLE.values()]
    if year < 2027:  # the subsistence minimum of 2027 is not law yet
        assert tenge == [row[5 + column] for row in TABLE.values()]


def test_up_to_ten_years_count_alike():
    percents, _tenge = computed("2026-01-01", range(11))
    assert set(percents) == {70}


@pytest.mark.parametrize(("bounds", "years"), [(LEAST, 0), (LARGEST, 50)], ids=["least", "largest"])
def test_least_and_largest_share_of_each_year(bounds, years):
    assert {day: computed(day, [years])[0][0] for day in bounds} == bounds
