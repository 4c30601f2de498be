"""The citizen's journey: begin, answer, agree, add papers, give an account, send, follow, answer, object, withdraw."""

import datetime
import json

import pytest
from django.urls import reverse
from django.utils import timezone

from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.citizen import intended_claim
from socialcode.cases.models import Claim
from socialcode.cases.ruling import Ruling
from socialcode.engine.registry import registry
from tests.cast import ANSWERS, BORN, IBAN, ON
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.pages import press

Status = Claim.Status
TYPED = {
    "lives_in_kazakhstan": "yes",
    "legal_status": "citizen",
    "child_arrival": "born",
    "child_in_state_care": "no",
    "relative_is_paid": "no",
    "birth_order-text": "1",
    "child_birth_date-day": str(BORN.day),
    "child_birth_date-month": str(BORN.month),
    "child_birth_date-year": str(BORN.year),
}
EMPTY = {"csrfmiddlewaretoken": "a form with nothing filled in"}
pytestmark = pytest.mark.django_db


def page(claim, name, *more):
    return reverse(f"cases:{name}", args=[claim.key, *more])


def html(answer):
    return answer.content.decode()


def send(at_home, claim, **typed):
    """Send a claim from its page, with what the page holds."""
    stamp = at_home.get(page(claim, "overview")).context["stamp"]
    return at_home.post(page(claim, "overview"), typed | {"stamp": stamp}, follow=True)


def posted_wish(child=None, **more):
    return {"provision": "birth_grant", "subject": str(child.key) if child else "", **more}


def test_somebody_signs_in_and_nothing_is_lost(client, citizen, child):
    client.cookies["django_language"] = "en"
    answer = client.post(reverse("cases:begin"), posted_wish(child, answers=json.dumps(ANSWERS | {"evil": 1})))
    assert answer.url == f"{reverse('sign_in:start')}?next={reverse('cases:begin')}"
    sign_in(client, citizen)
    client.get(reverse("cases:begin"), follow=True)
    claim = Claim.objects.get()
    asked = registry.provisions["birth_grant"].facts
    answers = {name: value for name, value in ANSWERS.items() if name in asked}
    assert (claim.subject, claim.on, claim.answers) == (child, timezone.localdate(), answers)
    client.get(reverse("cases:begin"), follow=True)
    assert Claim.objects.count() == 1


@pytest.mark.parametrize("day", ["1990-01-01", "2024-01-01", "2999-01-01", "soon"])
def test_nobody_chooses_the_day_that_a_right_is_claimed_for(at_home, child, day):
    at_home.post(reverse("cases:begin"), posted_wish(child, day=day))
    assert Claim.objects.get().on == timezone.localdate()


@pytest.mark.parametrize("answers", ["", "[]", "{", '{"birth_order": "x"}', '{"birth_order": 1e999}', "0" * 30_000])
def test_answers_nobody_can_read_are_left_out(at_home, child, answers):
    at_home.post(reverse("cases:begin"), posted_wish(child, answers=answers))
    assert Claim.objects.get().answers == {}


def test_whom_nobody_can_be_is_not_kept(client, child):
    posted = posted_wish(child, person="x" * 100_000)
    client.post(reverse("cases:begin"), posted)
    wished = intended_claim.kept(client.session)
    assert (wished.person, wished.subject) == ("", str(child.key))


@pytest.mark.parametrize("provision", ["social_contribution", "silver_age", "nothing"])
def test_nobody_claims_what_is_not_for_claiming(at_home, provision):
    assert at_home.post(reverse("cases:begin"), {"provision": provision}).status_code == 404


def test_the_child_is_asked_for_where_nobody_named_it(at_home, child, mother):
    stranger = people.make_child(people.make_person())
    answer = at_home.post(reverse("cases:begin"), posted_wish(stranger), follow=True)
    assert child.full_name in html(answer)
    assert "Choose the child." in html(at_home.post(answer.wsgi_request.path, EMPTY))
    at_home.post(answer.wsgi_request.path, {"subject": str(stranger.key)})
    assert not Claim.objects.exists()
    at_home.post(answer.wsgi_request.path, {"subject": str(child.key)})
    assert Claim.objects.get().subject == child


def test_a_claim_step_by_step(at_home, mother, office):
    child = people.make_child(mother, timezone.localdate() - datetime.timedelta(days=60))
    answer = at_home.post(reverse("cases:begin"), posted_wish(child), follow=True)
    claim = Claim.objects.get()
    assert answer.wsgi_request.path == page(claim, "registers")
    for _turn in range(6):
        answer = at_home.get(page(claim, "questions"), follow=True)
        if answer.wsgi_request.path == page(claim, "consent"):
            break
        asked = answer.context["asked"]
        at_home.post(page(claim, "questions"), TYPED | {"asked": asked})
    assert "Tick the box" in html(at_home.post(page(claim, "consent"), EMPTY))
    assert at_home.post(page(claim, "consent"), {"agreed": "on"}).url == page(claim, "papers")
    wrong = at_home.post(page(claim, "account"), {"iban": "KZ86125KZT5004100101"})
    assert "wrong" in html(wrong)
    assert "KZ86125KZT5004100101" in html(wrong)
    assert at_home.post(page(claim, "account"), {"iban": "kz86 125k zt50 0410 0100"}).url == page(claim, "overview")
    shown = html(at_home.get(page(claim, "overview")))
    assert "From what is known, you are entitled" in shown
    assert office.name in shown
    sent = send(at_home, claim)
    claim.refresh_from_db()
    assert (claim.status, claim.iban, claim.office) == (Status.SUBMITTED, IBAN, office)
    assert claim.number in html(sent)
    assert "working days left" in html(sent)


def test_going_on_later_keeps_what_was_typed(at_home, draft, citizen):
    draft.person.address_rows.all().delete()  # then no register says where she lives
    applying.answer(claim=draft, answers={"birth_order": None, "lives_in_kazakhstan": None}, by=citizen)
    sent = {"asked": "lives_in_kazakhstan", "then": "later"}
    assert at_home.post(page(draft, "questions"), sent).url == reverse("cases:mine")
    sent |= {"lives_in_kazakhstan": "yes"}
    assert at_home.post(page(draft, "question", "lives_in_kazakhstan"), sent).url == reverse("cases:mine")
    draft.refresh_from_db()
    assert draft.answers["lives_in_kazakhstan"] is True
    assert at_home.get(page(draft, "continue")).url == page(draft, "consent")


def test_an_answer_that_makes_no_sense_any_more_is_dropped(mother, citizen):
    claim = applying.begin(wish=applying.Wish("disability_state", mother, None, ON), by=citizen)
    said = {"person_has_disability": True, "disability_cause": "childhood", "lost_breadwinner": True}
    assert applying.answer(claim=claim, answers=said, by=citizen).answers == said
    claim = applying.answer(claim=claim, answers={"person_has_disability": False}, by=citizen)
    assert claim.answers == {"person_has_disability": False}


def test_a_second_claim_offers_to_go_on_with_the_first(at_home, draft, child):
    answer = at_home.post(reverse("cases:begin"), posted_wish(child), follow=True)
    assert "You began this claim on" in html(answer)
    assert Claim.objects.get() == draft


def test_the_office_is_chosen_where_no_register_knows_an_address(at_home, citizen, child, mother, office):
    mother.address_rows.update(ended_at=mother.received_at)
    claim = applying.begin(wish=applying.Wish("birth_grant", mother, child, ON, ANSWERS), by=citizen)
    applying.set_account(claim=claim, iban=IBAN, by=citizen)
    applying.consent(claim=claim, by=citizen, language="en")
    assert "Choose a career centre." in html(send(at_home, claim))
    send(at_home, claim, office=office.pk)
    claim.refresh_from_db()
    assert (claim.status, claim.office) == (Status.SUBMITTED, office)


def test_what_is_missing_is_said_and_nothing_is_sent(at_home, draft, office):
    answer = send(at_home, draft)
    assert answer.status_code == 409
    assert "Agree that we look into the registers" in html(answer)


def test_a_request_for_information_is_answered(at_home, submitted, officer):
    claim = working.take_next(by=officer)
    working.ask_information(claim=claim, text="Please say the order of birth again.", by=officer)
    assert "Please say the order of birth again." in html(at_home.get(page(claim, "claim")))
    change = at_home.post(
        page(claim, "question", "birth_order"), TYPED | {"asked": "birth_order", "birth_order-text": "2"}
    )
    assert change.url == page(claim, "answer")
    assert "Write something first." in html(at_home.post(page(claim, "answer"), {"text": " "}))
    shown = press(
        at_home, page(claim, "answer"), {"text": "It is the second child."}, page=page(claim, "answer"), follow=True
    )
    claim.refresh_from_db()
    assert (claim.status, claim.answers["birth_order"]) == (Status.IN_REVIEW, "2")
    assert "It is the second child." in html(shown)
    assert "does not wait" in html(at_home.post(page(claim, "answer"), {"text": "Again."}, follow=True))
    assert "This claim was sent." in html(at_home.get(page(claim, "questions"), follow=True))


def test_a_refusal_is_seen_with_its_reasons(at_home, submitted, officer, approver):
    claim = working.take_next(by=officer)
    working.open_hearing(claim=claim, planned="The child was born abroad.", by=officer)
    assert "The child was born abroad." in html(at_home.get(page(claim, "object")))
    press(at_home, page(claim, "object"), {"text": ""}, page=page(claim, "object"))
    ruling = Ruling("refuse", reason="The papers say otherwise.", override_reason="A court found it so.")
    decision = deciding.decide(claim=claim, ruling=ruling, by=officer)
    before = html(at_home.get(page(claim, "claim")))
    assert "The papers say otherwise." not in before
    assert "second person looks" in before
    deciding.approve(decision=decision, by=approver)
    after = html(at_home.get(page(claim, "claim")))
    assert "The papers say otherwise." in after
    assert "A court found it so." in after


def test_messages_go_to_the_officer_and_internal_notes_stay_inside(at_home, submitted, officer):
    claim = working.take_next(by=officer)
    working.write(claim=claim, text="Looks odd, ask the head.", is_internal=True, by=officer)
    working.write(claim=claim, text="Good day, we have begun.", is_internal=False, by=officer)
    assert at_home.post(page(claim, "message"), {"text": "short"}).status_code == 409
    shown = html(at_home.post(page(claim, "message"), {"text": "When will it be decided?"}, follow=True))
    assert "When will it be decided?" in shown
    assert "Good day, we have begun." in shown
    assert "Looks odd" not in shown


def test_a_claim_is_withdrawn_with_a_reason(at_home, submitted):
    at_home.post(page(submitted, "withdraw"), {"text": "I made a mistake."})
    submitted.refresh_from_db()
    assert submitted.status == Status.WITHDRAWN
    assert "I made a mistake." in html(at_home.get(page(submitted, "claim")))
    assert at_home.get(page(submitted, "withdraw")).status_code == 409
