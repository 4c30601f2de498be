"""Somebody whose contract ended, with what registers say of it."""

import datetime

import pytest
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.registers.models import Employment
from tests.factories import people

SAYS_NOTHING_ELSE = {"is_employed": False, "studies": "none", "court_sentence": "none", "wants_active_measures": False}


@pytest.fixture
def office(db):
    return people.make_office()


@pytest.fixture
def adviser(office):
    return people.make_staff(Role.ADVISER, office)


@pytest.fixture
def person(office):
    return people.make_person()


@pytest.fixture
def user(person):
    return people.make_account(person)


@pytest.fixture
def ended_contract(person):
    """The register of contracts knows the person, and of no work since a month."""
    today = timezone.localdate()
    return Employment.objects.create(
        person=person,
        kind="contract",
        employer="Үлгі ЖШС",
        since=today - datetime.timedelta(days=900),
        until=today - datetime.timedelta(days=30),
        source="labour",
    )
