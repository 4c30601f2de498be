"""What the rule granted by itself is checked by auditors and complained of like what an officer decided."""

import datetime

import pytest
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.appeals.actions import deciding, filing, handling
from socialcode.cases.models import Claim, News
from socialcode.decisions.models import Changed
from socialcode.decisions.replay import slices
from socialcode.decisions.tasks import replay_slices
from socialcode.oversight import actions as reviewing
from tests.factories import people
from tests.factories.pages import press

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
ASKS = "Which register says that the child lives with her?"
SAYS = "The register of addresses of that day says so."


@pytest.fixture
def decision(offer, says_yes):
    """Granted by the rule alone, yesterday."""
    claim = says_yes(offer).rights.filter(outcome="by_rule").first().claim
    Claim.objects.filter(pk=claim.pk).update(closed_at=timezone.now() - DAY)
    return claim.decisions.get()


@pytest.fixture
def review(decision, auditor):
    yesterday = timezone.localdate() - DAY
    return reviewing.draw_sample(seed="a", since=yesterday, until=yesterday, size=9, by=auditor).reviews.get()


@pytest.fixture
def colleague(decision):
    """An officer of the office that the claim belongs to."""
    return people.make_staff(Role.OFFICER, decision.claim.office)


def test_the_office_answers_for_the_rule_and_looks_again(signed_in, review, auditor, colleague):
    page = f"/audit/reviews/{review.key}/"
    audits, works = signed_in(auditor), signed_in(colleague)
    assert "the rule, by itself" in audits.get(page).content.decode()
    assert press(audits, f"{page}ask/", {"question": ASKS}).status_code == 302
    assert [(news.to, news.address) for news in News.objects.filter(kind="question")] == [(colleague, page)]
    assert page in works.get("/audit/questions/").content.decode()
    assert press(works, f"{page}answer/", {"answer": SAYS}).status_code == 302
    found = {"state": "not_in_order", "conclusion": "The register was not asked that day."}
    assert press(audits, f"{page}conclude/", found).status_code == 302
    assert press(works, f"{page}look-again/", {"outcome": "stays", "answer": SAYS}).status_code == 302
    assert press(audits, f"{page}close/", {}).status_code == 302
    review.refresh_from_db()
    assert (review.answered_by, review.relook.state) == (colleague, "closed")


def test_only_its_own_office_answers_for_the_rule(signed_in, review, auditor):
    reviewing.ask(review=review, question=ASKS, by=auditor)
    elsewhere = people.make_staff(Role.OFFICER, people.make_office(people.OTHER_DISTRICT))
    assert signed_in(elsewhere).get(f"/audit/reviews/{review.key}/").status_code == 403


def test_the_person_complains_and_two_others_answer(signed_in, decision, mother, colleague):
    citizen = people.make_account(mother)
    page = f"/appeals/decision/{decision.key}/"
    told = signed_in(citizen).get(f"/claims/{decision.claim.key}/").content.decode()
    assert "the rule, by itself" in told and "The officer proposed" not in told
    assert signed_in(citizen).get(page).status_code == 200
    assert signed_in(citizen).get(f"{page}packet/")["Content-Type"] == "application/pdf"
    proceeding = filing.file(decision=decision, text="It should have been more, as I have four children.", by=citizen)
    handling.take(proceeding=proceeding, by=colleague)
    deciding.decide(proceeding=proceeding, kind="grant", reason=SAYS, by=colleague)
    deciding.agree(proceeding=proceeding, by=people.make_staff(Role.APPROVER, proceeding.office))
    proceeding.refresh_from_db()
    assert proceeding.state == "upheld"
    assert signed_in(colleague).get(f"/complaints/{proceeding.key}/").status_code == 200


def test_it_comes_out_the_same_when_it_is_computed_again(decision):
    slices.begin()
    replay_slices()
    assert not Changed.objects.exists()
