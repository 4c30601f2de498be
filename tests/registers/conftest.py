"""The cast: a mother with a husband, a child and a wage, strangers, and the staff here and elsewhere."""

import pytest

from socialcode.accounts.models import Role
from socialcode.people.models import Sharing
from tests.factories import people


@pytest.fixture
def husband(mother):
    husband = people.make_person(sex="male", given_name="Үлгі")
    people.make_family(mother, spouse=husband)
    return husband


@pytest.fixture
def child(mother):
    return people.make_child(mother)


@pytest.fixture
def wage(mother):
    return people.make_income(mother)


@pytest.fixture
def spouse(husband):
    return people.make_account(husband)


@pytest.fixture
def shared(mother, husband):
    return Sharing.objects.create(owner=mother, viewer=husband)


@pytest.fixture
def stranger(db):
    return people.make_account(people.make_person())


@pytest.fixture
def officer(db):
    return people.make_staff(Role.OFFICER, people.make_office())


@pytest.fixture
def officer_elsewhere(db):
    return people.make_staff(Role.OFFICER, people.make_office(people.OTHER_DISTRICT))


@pytest.fixture
def approver(officer):
    return people.make_staff(Role.APPROVER, people.make_office())


@pytest.fixture
def administrator(db):
    return people.make_staff(Role.ADMINISTRATOR)
