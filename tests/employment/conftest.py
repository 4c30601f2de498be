"""An employer with its head and a vacancy, and somebody who looks for work."""

import pytest

from tests.factories import jobs, people


@pytest.fixture
def employer(db):
    """The organisation and the account of its head."""
    return jobs.make_employer()


@pytest.fixture
def organisation(employer):
    return employer[0]


@pytest.fixture
def head(employer):
    return employer[1]


@pytest.fixture
def vacancy(organisation, head):
    return jobs.make_vacancy(organisation, head)


@pytest.fixture
def visitor(db, signed_in):
    """A browser in which nobody is signed in."""
    return signed_in(None)


@pytest.fixture
def seeker(db):
    """The account of somebody who looks for work."""
    return people.make_account(people.make_person(given_name="Айша"))
