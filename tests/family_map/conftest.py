"""The cast: a family of two with one wage, and people without one."""

import pytest

from tests.factories import people
from tests.factories.map_families import make_family_of_two


@pytest.fixture
def family(db):
    return make_family_of_two()


@pytest.fixture
def citizen(family):
    return people.make_account(family)


@pytest.fixture
def stranger(db):
    return people.make_account(people.make_person())
