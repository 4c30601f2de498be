"""What an auditor finds not in order its office looks at again, by another person, until the auditor closes it."""

import datetime

import pytest
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.audit.models import Event
from socialcode.cases.models import Claim, News
from socialcode.law.working_days import working_days_after
from socialcode.oversight import actions as reviewing
from socialcode.oversight.models import Relook
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.pages import press

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
FOUND = "The address was not checked."
SAYS = "The register had the address that day."


@pytest.fixture
def head(office):
    return people.make_staff(Role.HEAD, office)


@pytest.fixture
def relook(review, head, auditor):
    return reviewing.conclude(review=review, state="not_in_order", conclusion=FOUND, by=auditor).relook


def test_what_is_in_order_is_not_looked_at_again(review, auditor):
    reviewing.conclude(review=review, state="in_order", conclusion="Everything is there.", by=auditor)
    assert not Relook.objects.exists()


def test_the_office_is_told_with_its_last_day(relook, head, office):
    assert (relook.office, relook.state) == (office, "open")
    assert relook.due_on == working_days_after(timezone.localdate(), 10)
    news = News.objects.get(kind="relook")
    assert (news.to, news.text, news.address) == (head, FOUND, f"/audit/reviews/{relook.review.key}/")


def test_who_decided_does_not_look_again_and_nobody_of_another_office(relook, officer):
    elsewhere = people.make_staff(Role.HEAD, people.make_office(people.OTHER_DISTRICT))
    for somebody, words in ((officer, "You decided this"), (elsewhere, "Only the office")):
        with pytest.raises(NotAllowedError, match=words):
            reviewing.answer_relook(relook=relook, outcome="stays", answer=SAYS, by=somebody)


def test_the_auditor_gives_it_back_and_closes_it(relook, head, auditor):
    reviewing.answer_relook(relook=relook, outcome="stays", answer=SAYS, by=head)
    reviewing.decline_relook(relook=relook, reason="Say which register it was.", by=auditor)
    relook.refresh_from_db()
    assert (relook.state, relook.returned) == ("open", "Say which register it was.")
    assert News.objects.filter(kind="relook").count() == 2
    reviewing.answer_relook(relook=relook, outcome="stays", answer=SAYS, by=head)
    done = reviewing.confirm_relook(relook=relook, by=auditor)
    assert (done.state, done.closed_by) == ("closed", auditor)
    with pytest.raises(NotAllowedError):
        reviewing.confirm_relook(relook=relook, by=auditor)
    kinds = list(Event.objects.about(relook.review.decision.claim).values_list("kind", flat=True))
    assert kinds[-5:] == ["relook_opened", "relook_answered", "relook_returned", "relook_answered", "relook_closed"]


def test_nothing_is_closed_before_it_is_answered(relook, auditor):
    with pytest.raises(NotAllowedError, match="not answered"):
        reviewing.confirm_relook(relook=relook, by=auditor)


def test_a_refused_claim_that_is_decided_anew_goes_into_the_queue(relook, head, auditor):
    claim = relook.review.decision.claim
    Claim.objects.filter(pk=claim.pk).update(status="refused")
    reviewing.answer_relook(relook=relook, outcome="anew", answer="We overlooked the register.", by=head)
    claim.refresh_from_db()
    assert claim.status == "refused"
    reviewing.confirm_relook(relook=relook, by=auditor)
    claim.refresh_from_db()
    assert (claim.status, claim.assigned_to) == ("submitted", None)


def test_by_the_pages_from_the_conclusion_to_the_end(client, signed_in, review, head):
    address = f"/audit/reviews/{review.key}/"
    press(client, f"{address}conclude/", {"state": "not_in_order", "conclusion": FOUND})
    assert address in client.get("/audit/looked-at-again/").content.decode()
    heads = signed_in(head)
    assert address in heads.get("/audit/questions/").content.decode()
    short = press(heads, f"{address}look-again/", {"outcome": "stays", "answer": "No."})
    assert short.status_code == 400
    press(heads, f"{address}look-again/", {"outcome": "stays", "answer": SAYS})
    assert SAYS in client.get(address).content.decode()
    press(client, f"{address}close/", {})
    assert Relook.objects.get().state == "closed"
    assert address not in client.get("/audit/looked-at-again/").content.decode()


def test_an_answer_to_something_else_than_was_shown_is_not_kept(relook, head):
    with pytest.raises(NotAllowedError, match="not what you were shown"):
        reviewing.answer_relook(relook=relook, outcome="stays", answer=SAYS, by=head, shown="other")


def test_there_is_nothing_to_look_at_again_before_a_conclusion(client, review):
    assert client.post(f"/audit/reviews/{review.key}/close/").status_code == 404


def test_what_is_over_its_day_is_said(client, relook):
    Relook.objects.update(due_on=timezone.localdate() - DAY)
    assert "Over the day" in client.get("/audit/looked-at-again/").content.decode()
