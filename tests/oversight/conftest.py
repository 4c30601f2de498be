"""An auditor at work, and a decision of a sample."""

import datetime

import pytest
from django.utils import timezone

from socialcode.cases.actions import deciding, working
from socialcode.cases.models import Claim
from socialcode.oversight import actions as reviewing
from tests.factories.claims import GRANT

DAY = datetime.timedelta(days=1)


@pytest.fixture
def decision(submitted, officer, approver):
    """It took effect yesterday."""
    decided = deciding.decide(claim=working.take_next(by=officer), ruling=GRANT, by=officer)
    deciding.approve(decision=decided, by=approver)
    Claim.objects.filter(pk=submitted.pk).update(closed_at=timezone.now() - DAY)
    return decided


@pytest.fixture
def review(decision, auditor):
    yesterday = timezone.localdate() - DAY
    drawn = reviewing.draw_sample(seed="autumn", since=yesterday - DAY, until=yesterday, size=5, by=auditor)
    return drawn.reviews.get()


@pytest.fixture
def client(signed_in, auditor):
    """The auditor's browser."""
    return signed_in(auditor)
