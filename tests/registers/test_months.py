"""Months of a year in one row: they are added, each with its day, and end one by one."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from socialcode.people.models import Register
from socialcode.registers.models import Income, IncomeYear
from tests.factories import people

pytestmark = pytest.mark.django_db
JUNE, JULY = datetime.date(2026, 6, 10), datetime.date(2026, 7, 10)


def month(number):
    return datetime.date(2026, number, 1)


def said(person):
    """Amount and day of each month that is said now."""
    rows = Income.objects.current().filter(person=person).order_by("month")
    return [(row.month.month, row.amount, row.received_on) for row in rows]


def test_months_are_added_to_the_row_of_their_year(mother):
    people.make_income(mother, month(4), amount=10, received_on=JUNE)
    people.make_income(mother, month(6), amount=30, received_on=JULY)
    people.make_income(mother, month(5), amount=20, received_on=JUNE)
    assert said(mother) == [(4, 10, JUNE), (5, 20, JUNE), (6, 30, JULY)]
    (year,) = IncomeYear.objects.all()
    assert year.received_on == JUNE and [day for day in year.received_each if day] == [JULY]


def test_a_year_that_came_in_one_day_keeps_one_day(mother):
    Income.objects.bulk_create(
        Income(person=mother, month=month(number), kind="wage", amount=number, source=Register.TAXES)
        for number in range(1, 13)
    )
    (year,) = IncomeYear.objects.all()
    assert year.received_each is None and year.amounts == list(map(Decimal, range(1, 13)))


def test_every_row_knows_its_number(mother):
    rows = Income.objects.bulk_create(
        Income(person=mother, month=month(number), kind="wage", amount=number, source=Register.TAXES)
        for number in (3, 9)
    )
    assert [Income.objects.get(pk=row.pk).amount for row in rows] == [3, 9]


def test_a_source_says_a_month_once(mother):
    people.make_income(mother, month(4), amount=10)
    with pytest.raises(IntegrityError), transaction.atomic():
        people.make_income(mother, month(4), amount=11)
    two = [Income(person=mother, month=month(5), kind="wage", amount=1, source=Register.TAXES) for _ in range(2)]
    with pytest.raises(IntegrityError):
        Income.objects.bulk_create(two)
    people.make_income(mother, month(4), amount=11, source=Register.LABOUR)
    assert len(said(mother)) == 2


def test_an_amount_is_no_debt(mother):
    with pytest.raises(IntegrityError), transaction.atomic():
        people.make_income(mother, amount=-1)


def test_a_month_ends_alone_and_may_come_back(mother):
    people.make_income(mother, month(4), amount=10, received_on=JUNE)
    row = people.make_income(mother, month(5), amount=20, received_on=JULY)
    row.end()
    assert said(mother) == [(4, 10, JUNE)]
    ended = Income.objects.get(pk=row.pk)
    assert (ended.amount, ended.received_on, ended.ended_at) == (20, JULY, row.ended_at)
    people.make_income(mother, month(5), amount=21, received_on=JULY).end()
    assert [old.amount for old in Income.objects.exclude(ended_at=None).order_by("pk")] == [20, 21]


def test_of_a_year_without_months_nothing_stays(mother):
    people.make_income(mother).end()
    assert IncomeYear.objects.filter(ended_at=None).count() == 0


def test_a_month_is_not_saved(mother):
    row = people.make_income(mother)
    with pytest.raises(TypeError):
        row.save()
