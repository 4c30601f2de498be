"""The cast of the law's tests: two administrators, somebody without a role, and values that start after today."""

import pytest
from django.db import connection

from socialcode.law import actions
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
def proposed(new_mci, first):
    return actions.propose(proposal=new_mci(), by=first)


@pytest.fixture
def approved(proposed, second):
    return actions.approve(version=proposed, by=second)
