"""The price of an annuity is what the regulator's method makes of its tables of mortality (article 226, point 11)."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from socialcode import yaml_file
from tests.shipped import values

DAY = datetime.date(2026, 3, 1)

INDEXATION, YIELD = Decimal("1.08"), Decimal("1.09")
OF_EACH_PAYMENT, OF_THE_PREMIUM = Decimal("1.03"), Decimal("0.985")  # what the insurer's work costs
PAID_MONTHLY = Decimal(11) / 24  # what paying in twelve parts takes off a year paid at its beginning
YEARS = 66
TABLES = {
    "men": "life_price_men",
    "women": "life_price_women",
    "men_harmful": "harmful_price_men",
    "women_harmful": "harmful_price_women",
}
GROWTH = INDEXATION / YIELD


def price_of_life(dies, age):
    """What one tenge a month from an age on costs on that day."""
    alive, years = Decimal(1), Decimal(0)
    for later in range(YEARS):
        years += GROWTH**later * alive
        alive *= 1 - dies.get(age + later, 1)
    return (years - PAID_MONTHLY) * OF_EACH_PAYMENT / OF_THE_PREMIUM * 12


@pytest.mark.parametrize("table", TABLES)
def test_the_price_of_each_age_is_what_the_method_makes_of_mortality(table):
    read = yaml_file.read(Path(__file__).parent / "mortality.yaml")[table]
    dies = {read["first_age"] + n: Decimal(str(part)) for n, part in enumerate(read["dies"])}
    prices = values(DAY).value(f"pension_annuity.{TABLES[table]}")
    assert set(prices) == set(range(50, 91))
    assert all(abs(price_of_life(dies, age) - price) <= Decimal("0.00000001") for age, price in prices.items())


def test_each_year_of_waiting_costs_what_the_yield_is_above_the_indexation():
    discounts = values(DAY).value("pension_annuity.waiting_discount")
    assert set(discounts) == set(range(16))
    assert all(abs(GROWTH**years - part) <= Decimal("0.00000001") for years, part in discounts.items())
