"""The retirement age of each year, as it was published (article 207)."""

import datetime
from decimal import Decimal

import pytest

from socialcode.engine.nation.evaluate import frame_of, trace
from socialcode.engine.registry import registry

PUBLISHED = {  # entry: year, age of men, age of women
    "RA-Y2018": (2018, 63, "58.5"),
    "RA-Y2019": (2019, 63, "59"),
    "RA-Y2021": (2021, 63, "60"),
    "RA-Y2022": (2022, 63, "60.5"),
    "RA-Y2024": (2024, 63, "61"),
    "RA-Y2026": (2026, 63, "61"),
    "RA-Y2027": (2027, 63, "61"),
    "RA-Y2029": (2029, 63, "62"),
    "RA-Y2030": (2030, 63, "62.5"),
    "RA-Y2031": (2031, 63, "63"),
}


@pytest.mark.parametrize(("year", "men", "women"), PUBLISHED.values(), ids=PUBLISHED)
def test_age_of_a_year(year, men, women):
    for day in (datetime.date(year, 1, 1), datetime.date(year, 12, 31)):
        values = registry.values(day)
        assert values.value("retirement_age_men") == men
        assert values.value("retirement_age_women") == Decimal(women)


BORN = {  # birthday of a woman: the age it takes and the day, around each rise of the age
    "1943-06-30": ("58", "2001-06-30"),
    "1959-06-30": ("58", "2017-06-30"),
    "1959-12-31": ("58", "2017-12-31"),
    "1960-01-01": ("58.5", "2018-07-01"),
    "1960-06-30": ("58.5", "2018-12-31"),
    "1960-07-01": ("59", "2019-07-01"),
    "1961-07-01": ("60", "2021-07-01"),
    "1962-01-01": ("60.5", "2022-07-01"),
    "1962-07-01": ("61", "2023-07-01"),
    "1966-12-31": ("61", "2027-12-31"),
    "1967-01-01": ("61.5", "2028-07-01"),
    "1967-08-31": ("62", "2029-08-31"),
    "1968-01-01": ("62.5", "2030-07-01"),
    "1968-07-01": ("63", "2031-07-01"),
    "1972-02-29": ("63", "2035-02-28"),
}


def test_age_and_day_of_women_around_each_rise():
    provision, on = registry.provisions["base_pension"], datetime.date(2026, 2, 1)
    rows = [{"sex": "female", "birth_date": born} for born in BORN]
    found = trace(provision, frame_of(provision.facts, rows, on), on, registry.values(on))
    ages, days = found["retirement_age"].to_list(), [day.isoformat() for day in found["retires_on"]]
    wanted = [(Decimal(age), day) for age, day in BORN.values()]
    assert list(zip(ages, days, strict=True)) == wanted
