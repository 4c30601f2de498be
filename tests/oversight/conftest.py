"""The cast of the cases, an auditor, and a decision of a sample."""

import datetime

import pytest
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.cases.actions import deciding, reviewing, working
from socialcode.cases.models import Claim
from socialcode.cases.policies import Ruling
from tests.cases import conftest as cast
from tests.factories import people
from tests.law.conftest import sign_in

office, mother, child, citizen = cast.office, cast.mother, cast.child, cast.citizen
officer, approver, shipped = cast.officer, cast.approver, cast.shipped
wish, draft, submitted, _in_english = cast.wish, cast.draft, cast.submitted, cast._in_english
browser_of = sign_in
DAY = datetime.timedelta(days=1)


@pytest.fixture
def auditor(db):
    return people.make_staff(Role.AUDITOR)


@pytest.fixture
def decision(submitted, officer, approver):
    """It took effect yesterday."""
    decided = deciding.decide(claim=working.take_next(by=officer), ruling=Ruling("grant"), by=officer)
    deciding.approve(decision=decided, by=approver)
    Claim.objects.filter(pk=submitted.pk).update(closed_at=timezone.now() - DAY)
    return decided


@pytest.fixture
def review(decision, auditor):
    yesterday = timezone.localdate() - DAY
    drawn = reviewing.draw_sample(seed="autumn", since=yesterday - DAY, until=yesterday, size=5, by=auditor)
    return drawn.reviews.get()


@pytest.fixture
def client(browser_of, auditor):
    """The auditor's browser."""
    return browser_of(auditor)
