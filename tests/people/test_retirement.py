"""The retirement age of each year, as it was published (article 207)."""

import datetime
from decimal import Decimal

import pytest

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
