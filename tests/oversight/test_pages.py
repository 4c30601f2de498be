"""The pages of the chain, of the samples and of their questions."""

import datetime

import pytest
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.audit import tasks
from socialcode.audit.models import ChainCheck
from socialcode.oversight import actions as reviewing
from socialcode.oversight.models import Sample
from tests.factories import people
from tests.factories.pages import press

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
QUESTION = "Why was the address not checked?"


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.mark.django_db(transaction=True)  # events are linked when they are committed
def test_a_check_is_asked_for_and_its_result_appears(client):
    asked = client.post("/audit/chain/check/", follow=True)
    assert "The check begins within a minute." in text(asked)
    assert 'hx-trigger="every 5s"' in text(asked)
    tasks.run_chain_checks()
    done = client.get("/audit/chain/")
    head = ChainCheck.objects.get().head
    assert head
    assert head in text(done)
    assert "hx-trigger" not in text(done)


def test_a_broken_chain_names_the_events(client):
    ChainCheck.objects.create(
        state="broken",
        finished_at=timezone.now(),
        events=7,
        breaks_found=1,
        first_breaks=[{"event": 1234, "how": "missing"}],
    )
    assert "Event 1234: The event is missing." in text(client.get("/audit/chain/"))


def test_a_draw_leads_to_its_decisions(client, decision):
    yesterday = timezone.localdate() - DAY
    drawn = {"seed": "autumn", "since": yesterday.isoformat(), "until": yesterday.isoformat(), "size": "5"}
    answer = client.post("/audit/samples/", drawn, follow=True)
    assert answer.redirect_chain[0][0] == f"/audit/samples/{Sample.objects.get().key}/"
    assert decision.claim.number in text(answer)
    assert "0 of 1 checked" in text(client.get("/audit/samples/"))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"until": timezone.localdate().isoformat()}, "days that are over"),
        ({"seed": ""}, "letters or figures"),
        ({"size": "0"}, "between 1 and 1000"),
        ({"size": "many"}, "cannot be read as a number"),
        ({"since": ""}, "Choose a date"),
    ],
)
def test_a_draw_that_cannot_be_keeps_what_was_typed(client, changed, words):
    given = {"seed": "autumn", "since": "2026-10-01", "until": "2026-10-31", "size": "5"} | changed
    answer = client.post("/audit/samples/", given)
    assert answer.status_code == 400
    assert words in text(answer)
    assert 'value="2026-10' in text(answer)
    assert not Sample.objects.exists()


def test_from_a_question_to_a_conclusion(client, signed_in, review, officer):
    address, officers = f"/audit/reviews/{review.key}/", signed_in(officer)
    assert "No question waits for you" in text(officers.get("/audit/questions/"))
    assert "Asked. The officer sees your question." in text(
        client.post(f"{address}ask/", {"question": QUESTION}, follow=True)
    )
    assert address in text(officers.get("/audit/questions/"))
    seen = officers.get(address)
    assert QUESTION in text(seen)
    assert [*seen.context["forms"]] == ["answer"]
    press(officers, f"{address}answer/", {"answer": "The register had it that day."})
    answered = client.get(address)
    assert "The register had it that day." in text(answered)
    assert [*answered.context["forms"]] == ["conclude"]
    done = press(client, f"{address}conclude/", {"state": "in_order", "conclusion": "It is confirmed."}, follow=True)
    assert "It is confirmed." in text(done)
    assert not done.context["forms"]


@pytest.mark.parametrize(
    ("step", "given", "words"),
    [
        ("ask", {"question": "Why?"}, "Write it in a sentence."),
        ("answer", {"answer": "Nobody asked me this."}, "Only the officer who decided"),
        ("conclude", {"conclusion": "Everything is there."}, "Choose whether the decision is in order."),
        ("conclude", {"state": "in_order", "conclusion": "Short"}, "Write it in a sentence."),
    ],
)
def test_a_refused_step_keeps_what_was_typed(client, review, step, given, words):
    answer = press(client, f"/audit/reviews/{review.key}/{step}/", given)
    assert answer.status_code == 400
    assert words in text(answer)
    assert all(typed in text(answer) for typed in given.values())
    review.refresh_from_db()
    assert review.state == "open"


def test_a_step_there_is_not(client, review):
    assert client.post(f"/audit/reviews/{review.key}/burn/").status_code == 404
    assert client.get(f"/audit/reviews/{review.key}/ask/").status_code == 405


@pytest.mark.parametrize(
    ("role", "district", "status"),
    [
        (Role.HEAD, people.DISTRICT, 200),
        (Role.HEAD, "", 200),  # of the regional centre above
        (Role.HEAD, people.OTHER_DISTRICT, 403),
        (Role.OFFICER, people.DISTRICT, 403),  # a colleague of who decided
        (Role.APPROVER, people.DISTRICT, 403),
    ],
)
def test_only_the_auditor_and_who_answers_see_a_review(signed_in, review, role, district, status):
    reader = people.make_staff(role, people.make_office(district))
    assert signed_in(reader).get(f"/audit/reviews/{review.key}/").status_code == status


def test_the_queries_of_the_pages_do_not_grow(client, signed_in, review, officer, django_assert_num_queries):
    reviewing.ask(review=review, question=QUESTION, by=review.sample.drawn_by)
    officers = signed_in(officer)
    counts = {
        "/audit/chain/": (client, 4),
        "/audit/samples/": (client, 4),
        f"/audit/samples/{review.sample.key}/": (client, 5),
        f"/audit/reviews/{review.key}/": (client, 7),
        "/audit/questions/": (officers, 9),  # three are of stand-ins, saved filters, and how much waits where
    }
    for address, (browser, count) in counts.items():
        browser.get(address)
        with django_assert_num_queries(count):
            assert browser.get(address).status_code == 200
