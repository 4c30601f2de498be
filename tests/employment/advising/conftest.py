"""A mother on the register of her career centre, two advisers, and her own account."""

import datetime

import pytest

from employment.advising.models import Call, Referral, Removal
from tests.factories import advising


@pytest.fixture
def adviser(office):
    return advising.make_adviser(office)


@pytest.fixture
def other_adviser(office):
    return advising.make_adviser(office)


@pytest.fixture
def registration(mother, office):
    return advising.make_registration(mother, office)


@pytest.fixture
def offer(registration, adviser):
    return advising.make_offer(registration, adviser)


def let_pass(row, days=30):
    """The person was told long ago, and the days of it are over."""
    name = {Referral: "answer_by", Call: "come_by", Removal: "due_on"}[type(row)]
    ago = getattr(row, name) - datetime.timedelta(days=days)
    type(row).objects.filter(pk=row.pk).update(told_on=ago, **{name: ago})
    row.refresh_from_db()
    return row
