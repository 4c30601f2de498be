"""Draws of decisions at a risk, and the events of one person."""

import datetime

import pytest
from django.utils import timezone

from socialcode.accounts.models import User
from socialcode.audit.models import Event
from socialcode.cases.actions import deciding, working
from socialcode.cases.models import Claim
from socialcode.cases.ruling import Ruling
from socialcode.law.models import ParameterVersion
from socialcode.oversight import actions as reviewing
from socialcode.oversight import sampling
from socialcode.oversight.models import Sample
from tests.factories import people
from tests.factories.claims import GRANT

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
YESTERDAY = timezone.localdate() - DAY


def drawn(kind):
    return list(sampling.draw("one", YESTERDAY, YESTERDAY, 10, kind))


@pytest.fixture
def plain(submitted, officer, approver):
    """As computed, with every part in order."""
    claim = working.take_next(by=officer)
    for part in ("person", "family", "facts", "evidence", "account"):
        working.mark(claim=claim, section=part, is_in_order=True, by=officer)
    return _in_effect(claim, Ruling("grant"), officer, approver)


def _in_effect(claim, ruling, officer, approver):
    decision = deciding.decide(claim=claim, ruling=ruling, by=officer)
    deciding.approve(decision=decision, by=approver)
    Claim.objects.filter(pk=claim.pk).update(closed_at=timezone.now() - DAY)
    return decision


def test_a_plain_decision_is_in_the_draw_of_all_and_in_no_other(plain):
    assert drawn("all") == [plain]
    for kind in ("override", "paper", "near_limit", "own_office"):
        assert drawn(kind) == [], kind


def test_another_amount_than_was_computed_is_drawn(submitted, officer, approver):
    more = Ruling("grant", amount=180_000, override_reason="The register is late.", despite=GRANT.despite)
    decision = _in_effect(working.take_next(by=officer), more, officer, approver)
    assert drawn("override") == [decision]


def test_money_in_spite_of_something_is_drawn(submitted, officer, approver):
    decision = _in_effect(working.take_next(by=officer), GRANT, officer, approver)
    assert drawn("override") == [decision]


def test_a_claim_on_paper_is_drawn(plain, officer):
    Claim.objects.filter(pk=plain.claim_id).update(is_paper=True, entered_by=officer)
    assert drawn("paper") == [plain]


@pytest.mark.parametrize(("limit", "is_drawn"), [(1.02, True), (1.2, False), (1, False)])
def test_an_amount_just_below_one_that_takes_more_people_is_drawn(plain, officer, approver, limit, is_drawn):
    step = int(float(plain.amount) * limit)
    now = timezone.now()
    ParameterVersion.objects.create(
        name="approvers_by_amount",
        since=YESTERDAY - DAY,
        value={"0": "1", str(step): "2"},
        act="An invented act",
        state=ParameterVersion.State.APPROVED,
        entered_by=officer,
        approved_by=approver,
        approved_at=now,
    )
    assert drawn("near_limit") == ([plain] if is_drawn else [])


def test_somebody_who_works_at_the_office_that_decided_is_drawn(plain, office, mother):
    people.make_staff(people.Role.OFFICER, people.make_office(people.OTHER_DISTRICT), staff_iin=mother.iin)
    assert drawn("own_office") == []
    User.objects.filter(staff_iin=mother.iin).update(staff_iin=None)
    worker = people.make_staff(people.Role.OFFICER, office, staff_iin=mother.iin)
    worker.role_grants.update(granted_at=timezone.now() - 3 * DAY)
    assert drawn("own_office") == [plain]


def test_two_kinds_of_the_same_seed_are_two_samples(plain, auditor, client):
    for kind in ("all", "override"):
        reviewing.draw_sample(seed="one", since=YESTERDAY, until=YESTERDAY, size=3, kind=kind, by=auditor)
    assert list(Sample.objects.order_by("pk").values_list("kind", flat=True)) == ["all", "override"]
    assert "Another amount than was computed" in client.get("/audit/samples/").content.decode()


def test_the_events_of_a_person_are_found_by_iin_and_the_search_is_written_down(client, plain, mother, auditor):
    stranger = people.make_person()
    found = client.post("/audit/search/", {"iin": mother.iin}, follow=True)
    kinds = {row["event"].kind for row in found.context["rows"]}
    assert {"claim_begun", "claim_decided", "award_made"} <= kinds
    looked = Event.objects.get(kind="people_listed", by_key=str(auditor.pk))
    assert looked.details["search"] == mother.iin
    client.get("/audit/")
    assert Event.objects.filter(kind="people_listed", by_key=str(auditor.pk)).count() == 1
    assert not client.post("/audit/search/", {"iin": stranger.iin}, follow=True).context["rows"]


def test_what_is_no_iin_is_said(client):
    answer = client.post("/audit/search/", {"iin": "123"})
    assert answer.status_code == 400
