"""A refused claim, the district's office with people who took no part, and the regional centre above it."""

import pytest

from socialcode.accounts.models import Role
from socialcode.appeals.actions import filing
from socialcode.cases.actions import deciding, working
from socialcode.cases.ruling import Ruling
from tests.factories import people

WHY = "The child lives with me, and the register says so."


@pytest.fixture
def refused(submitted, officer, approver, citizen):
    """The decision that refused the mother's claim, in force."""
    claim = working.take_next(by=officer)
    hearing = working.open_hearing(claim=claim, planned="The child lives elsewhere.", by=officer)
    working.answer_hearing(hearing=hearing, objection="The child lives with me.", by=citizen)
    why = "The child lives with somebody else."
    ruling = Ruling("refuse", reason=why, override_reason="A neighbour said so in writing.")
    decision = deciding.decide(claim=claim, ruling=ruling, by=officer)
    deciding.approve(decision=decision, by=approver)
    decision.refresh_from_db()
    return decision


@pytest.fixture
def colleague(office):
    """An officer of the same office who took no part."""
    return people.make_staff(Role.OFFICER, office)


@pytest.fixture
def second_approver(office):
    return people.make_staff(Role.APPROVER, office)


@pytest.fixture
def head(office):
    return people.make_staff(Role.HEAD, office)


@pytest.fixture
def centre(db):
    """The regional centre above the office."""
    return people.make_office("")


@pytest.fixture
def officer_above(centre):
    return people.make_staff(Role.OFFICER, centre)


@pytest.fixture
def approver_above(centre):
    return people.make_staff(Role.APPROVER, centre)


@pytest.fixture
def complaint(refused, centre, citizen):
    return filing.file(decision=refused, text=WHY, by=citizen)
