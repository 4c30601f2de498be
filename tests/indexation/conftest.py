"""Awards by a law that changes on 1 January, and two administrators."""

from functools import partial

import pytest

from tests.factories import granted as making
from tests.factories.accounts import make_administrator


@pytest.fixture
def first(db):
    return make_administrator()


@pytest.fixture
def second(db):
    return make_administrator("second@example.org", "Second Administrator")


@pytest.fixture
def january():
    return making.january()


@pytest.fixture
def new_law(first, second):
    return making.make_new_law(first, second)


@pytest.fixture
def granted(office, officer):
    """An award as a grant makes it: `granted()`, with another amount than was computed by `amount`."""
    return partial(making.make_award, office, officer)
