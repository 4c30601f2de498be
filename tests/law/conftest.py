"""The cast of the law's tests: two administrators, somebody without a role, and values that start after today."""

import datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from socialcode.engine.registry import registry
from socialcode.law import actions
from socialcode.law.policies import Proposal
from tests.factories.accounts import make_administrator, make_user


@pytest.fixture
def first(db):
    return make_administrator()


@pytest.fixture
def second(db):
    return make_administrator("second@example.org", "Second Administrator")


@pytest.fixture
def plain(db):
    return make_user()


@pytest.fixture
def no_law(db):
    """A table as it was before the law was loaded."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE law_parameterversion DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM law_parameterversion")
        cursor.execute("ALTER TABLE law_parameterversion ENABLE TRIGGER USER")


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


@pytest.fixture
def proposed(new_mci, first):
    return actions.propose(proposal=new_mci(), by=first)


@pytest.fixture
def approved(proposed, second):
    return actions.approve(version=proposed, by=second)
