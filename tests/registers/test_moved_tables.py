"""Rows of registers and disputes moved from the room `people`: a filled database keeps every one of them."""

import datetime

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from socialcode.audit.models import Event
from socialcode.registers import models
from tests.factories import people

BEFORE = [("people", "0004_this_portals_awards_as_a_source"), ("registers", None)]
MADE_LATER = {"ChangedFamily", "Health", "Loan"}
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


def migrate(targets):
    executor = MigrationExecutor(connection)
    return executor.migrate(targets).apps


def test_rows_written_before_the_move_are_there_after_it(db):
    person = people.make_person()
    newest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    before = migrate(BEFORE)
    made = {
        name: before.get_model("people", name).objects.create(person_id=person.pk, **row)
        for name, row in FILLED.items()
    }
    connection.check_constraints()  # as if the rows were of a transaction before
    migrate(newest)
    assert {*models.__all__} - MADE_LATER == made.keys()
    for name, row in made.items():
        kept = getattr(models, name).objects.get()
        assert (kept.pk, kept.person) == (row.pk, person)
        assert {field: getattr(kept, field) for field in FILLED[name]} == FILLED[name]
    made_later = people.make_income(person)
    assert made_later.pk > made["Income"].pk


def test_events_written_before_the_move_are_still_about_the_dispute(db):
    dispute = models.Dispute.objects.create(person=people.make_person(), **FILLED["Dispute"])
    told = {"kind": "dispute_raised", "on_key": str(dispute.pk), "on_text": str(dispute)}
    before = Event.objects.create(on_type="people.dispute", **told)
    assert list(Event.objects.about(dispute)) == [before]


def test_guardians_of_before_are_legal_representatives(db):
    parent, child = people.make_person(), people.make_person()
    newest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    before = migrate([("people", "0006_organisations")])
    old = before.get_model("people", "Guardianship").objects.create(
        guardian_id=parent.pk, ward_id=child.pk, kind="parent", since=MAY
    )
    migrate(newest)
    (kept,) = parent.represents.all()
    assert (kept.pk, kept.represented, kept.kind) == (old.pk, child, "parent")
