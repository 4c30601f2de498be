"""The cast: a mother with a newborn, an office with officers, approver and head, and another office."""

import datetime

import pytest
from django.utils import translation

from socialcode.accounts.models import Role
from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.policies import Ruling
from socialcode.law import baseline
from tests.factories import people

from .staff_pages import signed_in

BORN = datetime.date(2026, 3, 1)
ON = datetime.date(2026, 5, 4)
BACKEND = "django.contrib.auth.backends.ModelBackend"
IBAN = "KZ86125KZT5004100100"
ANSWERS = {
    "lives_in_kazakhstan": True,
    "legal_status": "citizen",
    "child_birth_date": BORN.isoformat(),
    "birth_order": 1,
    "child_arrival": "born",
    "child_in_state_care": False,
}


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def shipped(db):
    return baseline.load()


@pytest.fixture
def office(db):
    return people.make_office()


@pytest.fixture
def mother(db):
    return people.make_person()


@pytest.fixture
def child(mother):
    return people.make_child(mother, BORN)


@pytest.fixture
def citizen(mother):
    return people.make_account(mother)


@pytest.fixture
def officer(office):
    return people.make_staff(Role.OFFICER, office)


@pytest.fixture
def approver(office):
    return people.make_staff(Role.APPROVER, office)


@pytest.fixture
def wish(mother, child):
    return applying.Wish("birth_grant", mother, child, ON, ANSWERS)


@pytest.fixture
def draft(wish, citizen, shipped):
    return applying.begin(wish=wish, by=citizen)


@pytest.fixture
def submitted(draft, citizen, office):
    applying.set_account(claim=draft, iban=IBAN, by=citizen)
    applying.consent(claim=draft, by=citizen, language="en")
    return applying.submit(claim=draft, by=citizen)


@pytest.fixture
def desk(client, officer, submitted):
    """The officer's browser; the claim is theirs."""
    working.take_next(by=officer)
    submitted.refresh_from_db()
    return signed_in(client, officer)


@pytest.fixture
def address(submitted):
    return f"/work/{submitted.key}/"


@pytest.fixture
def decided(submitted, officer):
    claim = working.take_next(by=officer)
    return deciding.decide(claim=claim, ruling=Ruling("grant"), by=officer)


@pytest.fixture
def at_home(client, citizen, shipped):
    """The citizen's browser, signed in and in English."""
    client.force_login(citizen, backend=BACKEND)
    client.cookies["django_language"] = "en"
    return client
