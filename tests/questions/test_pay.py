"""From pay to the income that counts: no more than contributions are paid on, month by month."""

import datetime
from decimal import Decimal

import pytest

from socialcode.engine import Fact, Kind
from socialcode.questions import pay
from socialcode.questions.forms import FactsForm, Group
from tests import shipped

ON = datetime.date(2026, 11, 21)
LAW = shipped.values(ON)
PAY = Fact("pay", Kind.SERIES, "pay", "Your pay", months=2, before=("left",), is_pay=True)


@pytest.mark.parametrize(
    ("gross", "income"),
    [(0, 0), (100_000, 90_000), (661_111, 595_000), (661_112, 595_000), (2_000_000, 595_000), (30_000_000, 595_000)],
)
def test_pay_before_deductions_counts_up_to_seven_minimum_wages(gross, income):
    """Article 245, point 1: 7 x 85 000, after the pension contribution."""
    assert pay.counted(Decimal(gross), pay.GROSS, LAW) == income


@pytest.mark.parametrize(("year", "most"), [(2022, 420_000), (2023, 490_000), (2024, 595_000), (2026, 595_000)])
def test_the_limit_is_that_of_the_month(year, most):
    month = datetime.date(year, 12, 1)
    assert pay.counted(Decimal(2_000_000), pay.GROSS, LAW, month) == most


def test_what_stands_in_a_statement_counts_as_it_is():
    assert pay.counted(Decimal(900_000), pay.COUNTED, LAW) == 900_000


def test_a_sum_on_the_card_has_the_same_limit():
    assert pay.counted(Decimal(2_000_000), pay.CARD, LAW) == 595_000


@pytest.mark.django_db
def test_each_month_that_is_typed_has_its_own_limit():
    group = Group([PAY], known={"left": datetime.date(2024, 2, 10)})
    filled = FactsForm([group], ON, {"pay-text": "1 000 000", "pay-way": pay.GROSS})
    assert filled.is_valid(), filled.errors
    assert filled.cleaned_data["pay"] == ["490000", "595000"]
    assert "595" in str(filled["pay"])
