"""What is new on a claim reaches who works on it, goes with the claim, and is read when it is opened."""

import datetime

import pytest
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.cases import deadlines
from socialcode.cases.actions import deciding, evidence, working
from socialcode.cases.models import Claim, News
from socialcode.documents import content
from socialcode.oversight import actions as reviewing
from tests.cases import papers
from tests.factories import people
from tests.factories.accounts import sign_in

from .pages import text

DAY = datetime.timedelta(days=1)
ASKED = "Please add the certificate."


def unread(user):
    return [news.kind for news in News.objects.unread().filter(to=user)]


def test_a_message_is_unread_in_queue_inbox_and_header_until_the_claim_is_opened(desk, address, submitted, citizen):
    submitted.refresh_from_db()
    working.write(claim=submitted, text="When do you decide on it?", is_internal=False, by=citizen)
    queue = desk.get("/work/")
    assert [news.kind for news in queue.context["claims"][0].unread] == ["message"]
    assert 'class="new-count">1<' in text(queue)
    assert "When do you decide on it?" in text(desk.get("/work/new/"))
    desk.get(address)
    assert 'class="new-count"' not in text(desk.get("/work/new/"))
    assert "When do you decide on it?" in text(desk.get("/work/new/"))


def test_a_note_among_the_staff_and_ones_own_message_are_no_news(desk, submitted, officer):
    working.write(claim=submitted, text="A note among the staff.", is_internal=True, by=officer)
    working.write(claim=submitted, text="A message of the officer.", is_internal=False, by=officer)
    assert not News.objects.exists()


def test_answers_objections_and_papers_of_the_person_are_news(desk, submitted, officer, citizen):
    asked = working.ask_information(claim=submitted, text=ASKED, by=officer)
    paper = content.read("Certificate.pdf", papers.pdf())
    evidence.add(claim=submitted, paper=paper, by=citizen)
    working.answer_information(information_request=asked, answer="I have added it.", by=citizen)
    hearing = working.open_hearing(claim=submitted, planned="The child lives elsewhere.", by=officer)
    working.answer_hearing(hearing=hearing, objection="It lives with me.", by=citizen)
    assert sorted(unread(officer)) == ["answer", "objection", "paper"]


def test_papers_of_a_claim_that_is_not_sent_are_no_news(draft, citizen):
    evidence.add(claim=draft, paper=content.read("Certificate.pdf", papers.pdf()), by=citizen)
    assert not News.objects.exists()


def test_a_returned_decision_is_news_and_marked_in_the_queue(client, decided, officer, approver):
    deciding.send_back(decision=decided, reason="The period is not proven.", by=approver)
    assert unread(officer) == ["returned"]
    page = text(sign_in(client, officer).get("/work/"))
    assert page.count("Returned") >= 2


def test_news_go_with_the_claim_to_who_gets_it(desk, submitted, officer, citizen, office):
    working.write(claim=submitted, text="When do you decide on it?", is_internal=False, by=citizen)
    colleague, head = people.make_staff(Role.OFFICER, office), people.make_staff(Role.HEAD, office)
    working.assign(claim=submitted, to=colleague, by=head)
    assert unread(officer) == []
    assert sorted(unread(colleague)) == ["given", "message"]


def test_what_comes_before_somebody_takes_the_claim_waits_for_who_takes_it(submitted, citizen, officer):
    working.write(claim=submitted, text="When do you decide on it?", is_internal=False, by=citizen)
    assert unread(None) == ["message"]
    working.take(claim=submitted, by=officer)
    assert unread(officer) == ["message"]


def test_a_claim_that_is_due_today_is_news_once(desk, submitted, officer):
    Claim.objects.filter(pk=submitted.pk).update(due_on=timezone.localdate())
    for _run in range(2):
        deadlines.keep()
    assert unread(officer) == ["due"]


def test_an_auditors_question_leads_to_where_it_is_answered(client, decided, officer, approver, auditor):
    deciding.approve(decision=decided, by=approver)
    yesterday = timezone.localdate() - DAY
    Claim.objects.filter(pk=decided.claim_id).update(closed_at=timezone.now() - DAY)
    draw = {"seed": "autumn", "since": yesterday, "until": yesterday, "size": 1}
    review = reviewing.draw_sample(**draw, by=auditor).reviews.get()
    reviewing.ask(review=review, question="Why was the address not checked?", by=auditor)
    news = News.objects.unread().get(to=officer)
    browser = sign_in(client, officer)
    assert browser.get(f"/work/new/{news.pk}/").url == f"/audit/reviews/{review.key}/"
    assert unread(officer) == []


def test_everything_is_marked_as_read_at_once_and_only_ones_own(desk, submitted, officer, office):
    colleague = people.make_staff(Role.OFFICER, office)
    for user in (officer, colleague):
        News.objects.create(claim=submitted, kind=News.Kind.MESSAGE, to=user)
    desk.post("/work/new/read/")
    assert unread(officer) == []
    assert unread(colleague) == ["message"]


@pytest.mark.parametrize("kind", ["message", "nonsense"])
def test_the_inbox_shows_one_kind_or_all(desk, submitted, officer, kind):
    for each in ("message", "due"):
        News.objects.create(claim=submitted, kind=each, to=officer)
    shown = [news.kind for news in desk.get(f"/work/new/?kind={kind}").context["page"]]
    assert shown == (["message"] if kind == "message" else ["due", "message"])
