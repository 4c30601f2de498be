"""Claims and decisions of a provision that is no longer in the law, or is called otherwise now, stay readable."""

import datetime

import pytest
from django.urls import reverse

from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.models import Claim
from socialcode.cases.staff.lines import queue_file
from socialcode.engine.registry import registry
from socialcode.oversight import actions as oversight
from socialcode.oversight.models import Review, Sample
from tests.cases.staff.pages import text
from tests.factories.claims import GRANT

pytestmark = pytest.mark.django_db
FORMER = "grant_of_birth"


@pytest.fixture
def retired(monkeypatch):
    """The birth grant is called otherwise and is no longer in the law."""
    grant = registry.provisions["birth_grant"]
    monkeypatch.setattr(grant, "until", datetime.date(2026, 5, 31))
    monkeypatch.setitem(registry._renamed, FORMER, grant)
    return grant


@pytest.fixture
def granted(submitted, officer, approver, retired):
    Claim.objects.filter(pk=submitted.pk).update(provision=FORMER)
    claim = working.take_next(by=officer)
    deciding.approve(decision=deciding.decide(claim=claim, ruling=GRANT, by=officer), by=approver)
    return Claim.objects.get(pk=submitted.pk)


def test_the_citizen_sees_an_old_claim(signed_in, citizen, granted):
    browser = signed_in(citizen)

    assert "birth" in text(browser.get(reverse("cases:mine"))).lower()
    assert "birth" in text(browser.get(reverse("cases:claim", args=[granted.key]))).lower()


def test_the_staff_see_an_old_claim(signed_in, officer, granted, address):
    browser = signed_in(officer)

    for page in (address, f"{address}family/", "/work/?state=granted"):
        answer = browser.get(page)
        assert answer.status_code == 200, page
    assert "birth" in text(browser.get("/work/?state=granted")).lower()
    listed = queue_file.lines(Claim.objects.select_related("office", "assigned_to"))
    assert "birth" in "".join(listed).lower()


def test_an_auditor_sees_a_decision_on_an_old_claim(signed_in, auditor, granted):
    sample = Sample.objects.create(seed="a", since=granted.on, until=granted.on, size=1)
    review = Review.objects.create(sample=sample, decision=granted.decisions.get())
    oversight.ask(review=review, question="Why was it granted on this day?", by=auditor)

    assert "birth" in text(signed_in(auditor).get(f"/audit/reviews/{review.key}/")).lower()


def test_a_draft_of_it_can_still_be_opened_and_taken_back(signed_in, citizen, draft, retired):
    Claim.objects.filter(pk=draft.pk).update(provision=FORMER)
    browser = signed_in(citizen)

    for step in ("registers", "questions", "consent", "account", "overview", "withdraw"):
        assert browser.get(reverse(f"cases:{step}", args=[draft.key])).status_code in (200, 302), step
    applying.withdraw(claim=draft, by=citizen)


def test_nobody_begins_a_claim_for_it(signed_in, citizen, retired):
    answer = signed_in(citizen).post(reverse("cases:begin"), {"provision": "birth_grant"})

    assert answer.status_code == 404
    assert not Claim.objects.exists()
