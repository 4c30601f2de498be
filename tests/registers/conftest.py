"""The cast: a mother with a husband, a child and a wage, strangers, and the staff here and elsewhere."""

import pytest
from django.test import Client
from django.utils import translation

from socialcode.accounts.models import Role
from socialcode.people.models import Sharing
from tests.factories import people


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def mother(db):
    return people.make_person()


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
def citizen(mother):
    return people.make_account(mother)


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
def auditor(db):
    return people.make_staff(Role.AUDITOR)


@pytest.fixture
def administrator(db):
    return people.make_staff(Role.ADMINISTRATOR)


@pytest.fixture
def visit():
    """A browser in which a user is signed in, in English."""

    def as_(user):
        browser = Client()
        browser.cookies["django_language"] = "en"
        browser.force_login(user)
        return browser

    return as_
