"""Invented families with rows in every register."""

import datetime
from decimal import Decimal

from socialcode.engine.days import months_before
from socialcode.people.models import Family, Membership, Person, Register
from socialcode.registers.models import Contribution, Disability, Employment, Health, Income, Property, Study
from tests.factories import people

ON = datetime.date(2026, 11, 21)
BORN = [datetime.date(2011 + 3 * place, 3, 1 + place) for place in range(5)]
SINCE = datetime.date(2016, 1, 1)
WAGE = Decimal(300_000)


def family_of_seven() -> tuple[Person, list[Person]]:
    """A mother who works, with ten years of months paid, a father, and five children; the mother and the children."""
    mother, father = people.make_person(), people.make_person(datetime.date(1985, 2, 2), "male")
    children = [people.make_child(mother, born) for born in BORN]
    family = people.make_family(mother, spouse=father)
    for child in children:
        Membership.objects.create(family=family, person=child, kin="child", since=child.birth_date)
        Study.objects.create(
            person=child, place="Мектеп", level="school", since=ON.replace(month=9, day=1), source="education"
        )
    for person in (mother, father):
        _works(person)
    Disability.objects.create(person=children[0], group="child", since=SINCE, source=Register.DISABILITY)
    return mother, children


def _works(person: Person, months: int = 120) -> None:
    Employment.objects.create(person=person, kind="contract", since=SINCE, source=Register.LABOUR)
    Property.objects.create(person=person, kind="home", text="Үй", area=90, since=SINCE, source=Register.PROPERTY)
    Health.objects.create(person=person, kind="clinic", since=SINCE, source=Register.HEALTH)
    paid = months_before(ON, months)
    Income.objects.bulk_create(
        Income(person=person, month=month, kind="wage", amount=WAGE, source=Register.TAXES) for month in paid
    )
    Contribution.objects.bulk_create(
        Contribution(
            person=person, month=month, kind=kind, amount=WAGE / 20, income=WAGE, source=Register.SOCIAL_INSURANCE
        )
        for kind in ("social", "pension")
        for month in paid
    )


def many_families(count: int) -> None:
    """Families of three with two years of income each, made in few statements."""
    iins = (f"{number:012d}" for number in range(count * 3))
    persons = Person.objects.bulk_create(
        Person(iin=next(iins), surname="Үлгі", given_name="Бір", birth_date=born, sex="female", legal_status="citizen")
        for _family in range(count)
        for born in (datetime.date(1990, 1, 1), datetime.date(1992, 1, 1), BORN[0])
    )
    families = Family.objects.bulk_create(Family() for _family in range(count))
    Membership.objects.bulk_create(
        Membership(family=families[place // 3], person=person, kin=("head", "spouse", "child")[place % 3], since=SINCE)
        for place, person in enumerate(persons)
    )
    grown = [person for place, person in enumerate(persons) if place % 3 < 2]
    Employment.objects.bulk_create(
        Employment(person=person, kind="contract", since=SINCE, source=Register.LABOUR) for person in grown
    )
    Income.objects.bulk_create(
        Income(person=person, month=month, kind="wage", amount=WAGE, source=Register.TAXES)
        for person in grown
        for month in months_before(ON, 24)
    )
