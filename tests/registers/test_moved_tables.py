"""Rows of registers and disputes moved from the room `people`: a filled database keeps every one of them."""

import datetime

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from socialcode.audit.models import Event
from socialcode.people.models import Person
from socialcode.registers import models
from tests.database import database_of_its_own
from tests.factories import people

BEFORE, GUARDIANS_BEFORE = [("people", "0004_this_portals_awards_as_a_source")], [("people", "0006_organisations")]
MADE_LATER = {
    "ChangedFamily",
    "ContributionYear",
    "Delivery",
    "Health",
    "IncomeYear",
    "Loan",
    "MonthRow",
    "RejectedRow",
}
BY_MONTH = {"Contribution", "Income"}  # in another table since, with numbers of its own
MAY = datetime.date(2026, 5, 1)
FILLED = {
    "Contribution": {"month": MAY, "kind": "social", "amount": 10_000, "income": 200_000, "source": "taxes"},
    "Disability": {"group": "group2", "since": MAY, "source": "disability"},
    "Employment": {"kind": "contract", "employer": "Үлгі", "since": MAY, "source": "labour"},
    "Income": {"month": MAY, "kind": "wage", "amount": 200_000, "source": "taxes"},
    "Property": {"kind": "home", "text": "Үй", "since": MAY, "source": "property"},
    "Study": {"place": "Мектеп", "since": MAY, "source": "education"},
    "Dispute": {"row_type": "income", "row_key": "1", "row_text": "200 000", "says": "205 000"},
    "AccessQuestion": {"event_key": "1", "text": "Why?"},
}


@pytest.fixture(scope="module")
def before(django_db_setup, django_db_blocker):
    """The rows of a database of its own, brought forward: some migrations cannot run inside a transaction."""
    with django_db_blocker.unblock(), database_of_its_own("registers"):
        filled = fill()
        call_command("migrate", verbosity=0, interactive=False)
        yield filled


@pytest.fixture
def _undone(before, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def migrate(targets):
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return executor.loader.project_state(targets).apps


def fill():
    """A row of each table by the models of that day, by its name, and later one of a guardian."""
    model = migrate(BEFORE).get_model
    person = make_person(model)
    made = {name: model("people", name).objects.create(person_id=person.pk, **row) for name, row in FILLED.items()}
    model = migrate(GUARDIANS_BEFORE).get_model
    guardian = model("people", "Guardianship").objects.create(
        guardian_id=person.pk, ward_id=make_person(model).pk, kind="parent", since=MAY
    )
    return made, guardian


def make_person(model):
    told = {"surname": "Үлгіева", "given_name": "Айгүл", "sex": "female", "legal_status": "citizen"}
    return model("people", "Person").objects.create(iin=people.make_iin(), birth_date=MAY, **told)


@pytest.mark.usefixtures("_undone")
def test_rows_written_before_the_move_are_there_after_it(before):
    made, _guardian = before
    assert {*models.__all__} - MADE_LATER == made.keys()
    for name, row in made.items():
        kept = getattr(models, name).objects.get()
        assert kept.person_id == row.person_id
        assert kept.pk == row.pk or name in BY_MONTH
        said = {field: value for field, value in FILLED[name].items() if field != "row_key"}
        assert {field: getattr(kept, field) for field in said} == said
    (disputed,) = models.Dispute.objects.all()
    assert disputed.row_key == str(models.Income.objects.get().pk)


@pytest.mark.usefixtures("_undone")
def test_guardians_of_before_are_legal_representatives(before):
    _made, old = before
    (kept,) = Person.objects.get(pk=old.guardian_id).represents.all()
    assert (kept.pk, kept.represented.pk, kept.kind) == (old.pk, old.ward_id, "parent")


def test_events_written_before_the_move_are_still_about_the_dispute(db):
    dispute = models.Dispute.objects.create(person=people.make_person(), **FILLED["Dispute"])
    told = {"kind": "dispute_raised", "on_key": str(dispute.pk), "on_text": str(dispute)}
    before = Event.objects.create(on_type="people.dispute", **told)
    assert list(Event.objects.about(dispute)) == [before]
