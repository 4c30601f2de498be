"""Months that were rows stand in rows of years: a filled database keeps every one, current and ended, with disputes."""

import datetime
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from socialcode.registers.models import Contribution, Dispute, Income, IncomeYear
from tests.database import database_of_its_own
from tests.factories import people

BEFORE = [("registers", "0004_files_of_registers"), ("people", "0011_words_of_names")]
NOON = datetime.datetime(2026, 6, 1, 7, tzinfo=datetime.UTC)
LATE = datetime.datetime(2026, 6, 30, 21, tzinfo=datetime.UTC)  # July in this country
ENDED = datetime.datetime(2026, 7, 2, tzinfo=datetime.UTC)
# month, kind, amount, source, received, ended
INCOMES = (
    ((2025, 12), "wage", "100.00", "taxes", NOON, None),
    ((2026, 1), "wage", "200.50", "taxes", NOON, None),
    ((2026, 2), "wage", "300.00", "taxes", LATE, None),
    ((2026, 3), "wage", "0.00", "taxes", NOON, None),
    ((2026, 3), "business", "7.00", "taxes", NOON, None),
    ((2026, 4), "wage", "11.00", "taxes", NOON, ENDED),
    ((2026, 5), "wage", "12.00", "taxes", NOON, ENDED),
    ((2026, 4), "wage", "13.00", "correction", LATE, None),
    ((2026, 6), "wage", "20.00", "taxes", NOON, None),
    ((2026, 6), "wage", "21.00", "taxes", LATE, None),  # twice: the newer one counts
)
KEPT = "person_id", "month", "kind", "amount", "source"


@pytest.fixture(scope="module")
def before(django_db_setup, django_db_blocker):
    """What stood in the tables of a database of its own, which is brought forward."""
    with django_db_blocker.unblock(), database_of_its_own("months"):
        executor = MigrationExecutor(connection)
        executor.migrate(BEFORE)
        filled = fill(executor.loader.project_state(BEFORE).apps.get_model)
        call_command("migrate", verbosity=0, interactive=False)
        yield filled


@pytest.fixture(autouse=True)
def _undone(before, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def fill(model):
    told = {"surname": "Үлгіева", "given_name": "Айгүл", "sex": "female", "legal_status": "citizen"}
    person = model("people", "Person").objects.create(iin=people.make_iin(), birth_date=NOON, **told)
    rows = []
    for (year, month), kind, amount, source, received, ended in INCOMES:
        said = {"month": datetime.date(year, month, 1), "kind": kind, "amount": Decimal(amount), "source": source}
        row = model("registers", "Income").objects.create(person=person, received_at=received, ended_at=ended, **said)
        dispute = {"row_type": "income", "row_key": row.pk, "row_text": str(row.pk), "says": amount}
        model("registers", "Dispute").objects.create(person=person, **dispute)
        rows.append(row)
    month = datetime.date(2026, 5, 1)
    paid = {"month": month, "kind": "social", "amount": 10, "income": 200, "source": "social_insurance"}
    model("registers", "Contribution").objects.create(person=person, received_at=LATE, **paid)
    return rows


def values(row):
    return tuple(getattr(row, name) for name in KEPT)


def test_every_month_is_kept_with_its_day(before):
    assert sorted(map(values, Income.objects.all())) == sorted(map(values, before))
    days = {row.amount: row.received_on for row in Income.objects.all()}
    assert days[Decimal("200.50")] == datetime.date(2026, 6, 1)
    assert days[Decimal("300.00")] == days[Decimal("13.00")] == datetime.date(2026, 7, 1)
    (paid,) = Contribution.objects.all()
    assert (paid.amount, paid.income, paid.received_on) == (10, 200, datetime.date(2026, 7, 1))


def test_what_had_ended_has_ended(before):
    ended = {row.amount: row.ended_at for row in Income.objects.exclude(ended_at=None)}
    assert ended.keys() == {Decimal(11), Decimal(12), Decimal(20)}
    assert ended[Decimal(11)] == ended[Decimal(12)] == ENDED
    assert IncomeYear.objects.filter(ended_at=None).count() == 4


def test_disputes_are_about_the_same_rows(before):
    said = {str(row.pk): row.amount for row in Income.objects.all()}
    assert {dispute.says: said[dispute.row_key] for dispute in Dispute.objects.all()} == {
        str(row.amount): row.amount for row in before
    }
