"""What a register may hold by its columns, however odd: no row of it holds up what the others say."""

import datetime
from decimal import Decimal

import pytest
from django.db.models import BooleanField, DateField, DecimalField, PositiveIntegerField, PositiveSmallIntegerField

from socialcode.engine import days_after
from socialcode.engine.derived import Derivation, derivations, said
from socialcode.people.models import Membership, Person, Register
from socialcode.people.models.register import RegisterPeriod
from socialcode.registers import known
from socialcode.registers.schemas import SCHEMAS
from tests.factories import people

from .test_known import ON, gather, values

pytestmark = pytest.mark.django_db
EARLIEST, LATEST = datetime.date(1, 1, 1), datetime.date(9999, 12, 31)  # how systems write "always" and "for ever"
LARGEST = {DecimalField: Decimal("999999999999.99"), PositiveIntegerField: 2**31 - 1, PositiveSmallIntegerField: 100}
NOT_SAID = ("id", "person", "received_on", "ended_at")  # the portal itself knows these
OF_ROWS = [schema.model for schema in SCHEMAS.values() if schema.model not in (Person, Membership)]


def odd(model, person, **dates):
    """Rows of every choice of the model's first word, as far away and as large as its columns take."""
    fields = [field for field in model._meta.concrete_fields if field.name not in NOT_SAID]
    given = {f.name: LARGEST[type(f)] for f in fields if type(f) in LARGEST}
    given |= {f.name: True for f in fields if isinstance(f, BooleanField)}
    given |= {f.name: dates.get(f.name, EARLIEST) for f in fields if type(f) is DateField}
    word = next((f for f in fields if f.choices and f.name != "source"), None)
    for choice, _label in word.choices if word else [("", "")]:
        named = {word.name: choice} if word else {}
        model.objects.create(person=person, source=Register.CORRECTION, **given | named)


def test_what_cannot_be_read_of_a_row_is_asked_and_the_rest_is_known(monkeypatch, caplog):
    def beyond(on):
        return said(days_after(on, 10**7), on)

    monkeypatch.setitem(derivations.facts, "region", Derivation("region", beyond))
    found = values(people.make_person())
    assert "region" not in found
    assert "birth_date" in found
    assert "of the fact region" in caplog.text


@pytest.mark.parametrize("model", OF_ROWS, ids=lambda model: model.__name__)
def test_a_row_that_lasts_for_ever_holds_up_no_other(model, caplog):
    mother = people.make_person()
    child = people.make_child(mother, datetime.date(2026, 5, 3))
    gather(("head", mother), ("child", child))
    usual = values(mother, child)
    for person in (mother, child):
        odd(model, person)
        if issubclass(model, RegisterPeriod):
            odd(model, person, until=LATEST)
            odd(model, person, since=ON, until=LATEST)
    found = values(mother, child)
    assert {"birth_date", "child_birth_date"} <= usual.keys() & found.keys()
    assert not [record for record in caplog.records if record.name == known.__name__]
