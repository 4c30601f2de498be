"""A file with twelve months in a row: what it adds, changes and leaves, month by month; what an officer said stays."""

import datetime
from decimal import Decimal

import polars as pl
import pytest

from socialcode.people.models import Register
from socialcode.registers import rows
from socialcode.registers.actions import disputing
from socialcode.registers.models import ChangedFamily, Contribution, Income, IncomeYear
from socialcode.registers.receiving import actions
from tests.factories import people

pytestmark = [pytest.mark.django_db, pytest.mark.process]  # a file is read by a process of its own
FIRST, SECOND, THIRD = (datetime.date(2026, month, 1) for month in (9, 10, 11))


@pytest.fixture
def send(mother, tmp_path, bring_in):
    """Bring in one year of the mother's wages: amounts by month, on a day; gives what became of the rows."""

    def sent(amounts: dict, on=FIRST, register="income", **told):
        row = {"iin": mother.iin, "received_on": on, "kind": "wage", "year": 2026, "source": ""} | told
        months = {f"month_{month:02d}": amounts.get(month) for month in range(1, 13)}
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.parquet"
        pl.DataFrame([row | months], schema_overrides=dict.fromkeys(months, pl.Float64)).write_parquet(path)
        delivery = bring_in(register, path)
        delivery.refresh_from_db()
        return {name: getattr(delivery, name) for name in actions.COUNTED if getattr(delivery, name)}

    return sent


def said() -> dict[int, int]:
    """The amount of each month as it is said now."""
    return {row.month.month: row.amount for row in Income.objects.current().order_by("month")}


def days() -> dict[int, datetime.date]:
    return {row.month.month: row.received_on for row in Income.objects.current().order_by("month")}


def before() -> list[tuple]:
    """Month and amount of what was said before."""
    return [(row.month.month, row.amount) for row in Income.objects.exclude(ended_at=None).order_by("month", "pk")]


def test_months_come_twelve_in_a_row(send):
    assert send({month: 1000 * month for month in range(1, 11) if month != 3}) == {"new": 1}
    assert said() == {month: 1000 * month for month in range(1, 11) if month != 3}
    assert IncomeYear.objects.count() == 1


def test_a_year_without_an_amount_says_nothing(send):
    assert send({}) == {} and not IncomeYear.objects.exists()


def test_the_same_again_writes_nothing(send, mother):
    people.make_family(mother)
    send({1: 10, 2: 20})
    ChangedFamily.objects.all().delete()
    assert send({1: 10, 2: 20}, SECOND) == {"same": 1}
    assert send({2: 20}, THIRD) == {"same": 1}  # an empty month says nothing
    assert days() == {1: FIRST, 2: FIRST} and not ChangedFamily.objects.exists()


def test_a_new_month_joins_its_year_with_its_own_day(send, mother):
    family = people.make_family(mother)
    send({1: 10, 2: 20})
    ChangedFamily.objects.all().delete()
    assert send({1: 10, 2: 20, 3: 30}, SECOND) == {"new": 1}
    assert days() == {1: FIRST, 2: FIRST, 3: SECOND}
    assert IncomeYear.objects.count() == 1 and ChangedFamily.objects.get().family_id == family.pk


def test_a_changed_month_ends_and_the_others_stay(send):
    send({1: 10, 2: 20, 3: 30})
    assert send({1: 10, 2: 21, 4: 40}, SECOND) == {"changed": 1}
    assert said() == {1: 10, 2: 21, 3: 30, 4: 40} and before() == [(2, 20)]
    assert days() == {1: FIRST, 2: SECOND, 3: FIRST, 4: SECOND}
    assert send({2: 22, 3: 33}, THIRD) == {"changed": 1}
    assert said() == {1: 10, 2: 22, 3: 33, 4: 40} and before() == [(2, 20), (2, 21), (3, 30)]


def test_an_older_file_adds_what_is_missing_and_changes_nothing(send):
    send({1: 10}, SECOND)
    assert send({1: 11}) == {"older": 1}
    assert send({1: 11, 2: 20}) == {"new": 1}
    assert said() == {1: 10, 2: 20} and before() == []


def test_a_value_may_come_back(send):
    send({1: 10})
    send({1: 11}, SECOND)
    assert send({1: 10}, THIRD) == {"changed": 1}
    assert said() == {1: 10} and before() == [(1, 10), (1, 11)]


def test_what_an_officer_corrected_stays_and_the_year_goes_on(send):
    send({1: 10, 2: 20})
    rows.succeed(Income.objects.get(month__month=1), {"amount": Decimal(12)})
    assert send({1: 10, 2: 20, 3: 30}, SECOND) == {"new": 1}
    assert said() == {1: 12, 2: 20, 3: 30}
    assert send({1: 10}, THIRD) == {"held": 1}
    assert send({1: 13, 2: 21}, THIRD) == {"changed": 1, "rejected": 1}  # not what was corrected
    assert said() == {1: 12, 2: 21, 3: 30}
    assert Income.objects.get(month__month=1, ended_at=None).source == Register.CORRECTION


def test_what_an_officer_took_out_does_not_come_back(send):
    send({1: 10})
    Income.objects.get().end()
    assert send({1: 10}, SECOND) == {"held": 1} and said() == {}
    assert send({1: 11}, THIRD) == {"new": 1} and said() == {1: 11}


def test_another_source_takes_over_a_month_and_leaves_the_others(send):
    send({1: 10, 2: 20})
    assert send({2: 25, 3: 30}, SECOND, source="labour") == {"changed": 1}
    assert said() == {1: 10, 2: 25, 3: 30} and before() == [(2, 20)]
    assert {row.source for row in Income.objects.filter(month__month=1)} == {"taxes"}
    assert send({2: 25}, SECOND, source="pension_fund") == {"same": 1}
    assert send({1: 15, 2: 26}, THIRD, source="labour") == {"changed": 1}
    assert said() == {1: 15, 2: 26, 3: 30} and before() == [(1, 10), (2, 20), (2, 25)]
    assert IncomeYear.objects.filter(ended_at=None).count() == 1


@pytest.mark.parametrize("source", ["", "labour"])
def test_an_open_dispute_follows_the_month_and_an_answered_one_stays(send, mother, citizen, source):
    officer = people.make_staff("officer", people.make_office())
    send({1: 10})
    first = disputing.dispute(person=mother, row=Income.objects.get(), says="It was eleven.", by=citizen)
    disputing.confirm(dispute=first, reason="The employer says ten.", by=officer)
    second = disputing.dispute(person=mother, row=Income.objects.get(), says="It was twelve.", by=citizen)
    send({1: 12}, SECOND, source=source)
    for dispute, amount in ((first, 10), (second, 12)):
        dispute.refresh_from_db()
        assert rows.current(dispute).amount == amount
    disputing.take_out(dispute=second, reason="There was no income.", by=officer)
    assert said() == {}


def test_a_contribution_may_be_said_without_its_income(send):
    assert send({1: 10}, register="contribution") == {"rejected": 1}  # no such kind as a wage
    paid = {"kind": "social", "income_01": 200.0, "income_02": 300.0, "income_03": None}
    assert send({1: 10, 3: 30}, register="contribution", **paid) == {"new": 1}
    found = list(Contribution.objects.order_by("month").values_list("month__month", "amount", "income"))
    assert found == [(1, 10, 200), (3, 30, None)]
    assert send({1: 10, 3: 30}, SECOND, register="contribution", **paid | {"income_01": 201.0}) == {"changed": 1}
