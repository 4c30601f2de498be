"""The cast, for every test: a mother with a newborn, her office and its staff, and her claim as far as a test wants it.

A room may have a cast of its own under the same names. Every test begins in English.
"""

import datetime
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone, translation

from socialcode.accounts.models import Role
from socialcode.cases.actions import applying, deciding, working
from socialcode.engine.registry import registry
from socialcode.law.policies import Proposal
from socialcode.people.models import LegalRepresentation
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.claims import GRANT

BORN = datetime.date(2026, 3, 1)
ON = datetime.date(2026, 5, 4)
TODAY = datetime.date(2026, 11, 21)
IBAN = "KZ86125KZT5004100100"
ANSWERS = {
    "lives_in_kazakhstan": True,
    "legal_status": "citizen",
    "child_birth_date": BORN.isoformat(),
    "birth_order": 1,
    "child_arrival": "born",
    "child_in_state_care": False,
    "relative_is_paid": False,
}


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def today(monkeypatch):
    """The calendar stands at the day that expected figures were published for."""
    monkeypatch.setattr(timezone, "localdate", lambda *_given: TODAY)
    return TODAY


@pytest.fixture
def signed_in():
    """A browser that reads English, in which somebody is signed in: `signed_in(user)`; with None, a stranger's."""
    return lambda user: sign_in(Client(), user)


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
def father(child):
    """The child's other parent, whom no register puts into a family."""
    father = people.make_person(sex="male", given_name="Асан")
    LegalRepresentation.objects.create(representative=father, represented=child, kind="parent", since=child.birth_date)
    return father


@pytest.fixture
def citizen(mother):
    """The mother's account."""
    return people.make_account(mother)


@pytest.fixture
def officer(office):
    return people.make_staff(Role.OFFICER, office)


@pytest.fixture
def approver(office):
    return people.make_staff(Role.APPROVER, office)


@pytest.fixture
def auditor(db):
    return people.make_staff(Role.AUDITOR)


@pytest.fixture
def wish(mother, child):
    return applying.Wish("birth_grant", mother, child, ON, ANSWERS)


@pytest.fixture
def draft(wish, citizen):
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
    return sign_in(client, officer)


@pytest.fixture
def decided(submitted, officer):
    claim = working.take_next(by=officer)
    return deciding.decide(claim=claim, ruling=GRANT, by=officer)


@pytest.fixture
def at_home(client, citizen):
    """The citizen's browser."""
    return sign_in(client, citizen)


@pytest.fixture
def address(submitted):
    """Where the officer sees the claim."""
    return f"/work/{submitted.key}/"


@pytest.fixture
def tomorrow():
    return timezone.localdate() + datetime.timedelta(days=1)


@pytest.fixture
def new_mci(tomorrow):
    """A proposal for a new calculation index from tomorrow; named parts can be replaced."""

    def made(**changed):
        usual = {"since": tomorrow, "value": Decimal(4606), "act": "An invented act"}
        return Proposal(parameter=registry.parameters["mci"], **(usual | changed))

    return made
