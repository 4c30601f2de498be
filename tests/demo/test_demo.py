"""The invented people of the demo: there once, right by the rules, and with something for every journey."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from socialcode import demo, iin
from socialcode.engine.registry import registry
from socialcode.people.models import Person
from socialcode.registers.models import Contribution, Disability, Employment, Income, Property, Study
from tests.factories.registers import known_facts


def told():
    out = StringIO()
    call_command("demo_people", stdout=out)
    return out.getvalue()


def heads():
    return dict(demo.make())


def known(person, subject=None, **answers):
    found = known_facts(registry.facts.values(), person, subject, timezone.localdate(), answers)
    return {name: fact.value for name, fact in found.items()}


def test_ten_families_are_made_once(db):
    first = told()

    assert len(first.splitlines()) == 11
    assert "Үлгіева" in first
    before = Person.objects.count()
    assert told() == first
    assert Person.objects.count() == before == 28


def test_they_are_visibly_invented_and_right_by_the_rules(db):
    demo.make()

    for person in Person.objects.all():
        found = iin.read(person.iin)
        assert (found.birth_date, found.sex) == (person.birth_date, person.sex)
        assert person.surname.startswith("Үлгі")
        assert not person.phone or person.phone.startswith("+7700000")
        assert not person.email or person.email.endswith("@demo.example")


def test_every_register_has_something(db):
    demo.make()

    assert all(
        register.objects.exists() for register in (Contribution, Disability, Employment, Income, Property, Study)
    )


def test_the_registers_make_the_families_what_they_are_called(db):
    families = heads()

    mother = families["young family with a newborn"]
    newborn = mother.represents.get().represented
    of_mother = known(mother, newborn)
    assert of_mother["is_insured"] and of_mother["birth_order"] == 1
    assert len(of_mother["income_before_birth"]) == 24
    many = known(families["family of five children"])
    assert (many["children_under_18"], many["student_children"], many["family_members"]) == (4, 1, 7)
    jobless = known(families["job lost after three years"])
    assert jobless["is_registered_unemployed"] and jobless["contribution_months"] == 36
    assert set(jobless["income_before_job_loss"]) == {225000}
    disabled = known(families["disability of group II at 40"])
    assert (disabled["disability_group"], disabled["capacity_loss_percent"]) == ("group2", 60)
    widow = families["widow with two children"]
    assert known(widow)["family_members"] == 3
    assert known(families["farm family"])["earns_as"] == "entrepreneur"
    assert known(families["platform driver"])["platform_income"] == 320000


def test_production_refuses_them(db, settings):
    settings.PRODUCTION = True

    with pytest.raises(CommandError, match="no place in production"):
        told()
