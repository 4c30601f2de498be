"""A family on the map: two grown-ups, one wage, one home."""

import datetime

from django.utils import timezone

from family_map import actions
from family_map.models import Run
from family_map.run import planning, working
from socialcode.engine.days import months_after, start_of_quarter
from socialcode.people.models import Person, Register
from socialcode.registers.models import Employment, Property

from . import people

SINCE = datetime.date(2020, 1, 1)


def make_family_of_two() -> Person:
    """A mother who works and a father who lost his work; their home is hers. The mother is given."""
    mother, father = people.make_person(), people.make_person(sex="male", given_name="Үлгі")
    people.make_family(mother, spouse=father)
    quarter = months_after(start_of_quarter(timezone.localdate()), -3)
    for month in range(3):
        people.make_income(mother, months_after(quarter, month), amount=100_000)
    people.make_income(father, months_after(quarter, -1), amount=150_000)
    for person, kind, source in (
        (mother, "contract", Register.LABOUR),
        (father, "unemployed", Register.LABOUR_MARKET),
    ):
        Employment.objects.create(person=person, kind=kind, since=SINCE, source=source)
    Property.objects.create(person=mother, kind="home", text="Two rooms", since=SINCE, source=Register.PROPERTY)
    return mother


def work_through(by=None, scope=Run.Scope.COUNTRY) -> Run:
    """A calculation from its start to where no slice is free."""
    run = actions.start_run(by=by, scope=scope)
    planning.cut_once(run)
    work_on_all(run)
    run.refresh_from_db()
    return run


def work_on_all(run: Run) -> None:
    while working.work_on(run):
        pass
