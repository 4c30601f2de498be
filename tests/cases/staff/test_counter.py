"""The counter: who walks in is found, and what they bring and say is recorded for them, with a message to them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from socialcode.accounts.models import Role
from socialcode.cases.actions import deciding, working
from socialcode.cases.models import Claim, Note
from tests.cases import papers
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.pages import press, shown_on

from .pages import text

SAID = "They live with their mother."


@pytest.fixture
def visitor(mother):
    return f"/work/counter/{mother.key}/"


def say(desk, counter, said=SAID):
    return press(desk, counter, {"text": said}, page=counter)


def test_one_who_is_found_alone_is_shown_at_once(desk, visitor, mother, submitted):
    for words in (mother.iin, mother.full_name, mother.phone, submitted.number):
        assert desk.post("/work/counter/", {"q": words}).url == visitor, words
    page = text(desk.get(visitor))
    assert all(part in page for part in (mother.full_name, mother.iin, "Withdraw the claim", "Receipt"))


def test_who_has_no_claim_is_found_by_iin_in_the_territory_and_nobody_elsewhere(desk):
    here = people.make_person()
    elsewhere = people.make_person(address=(people.REGION, people.OTHER_DISTRICT))
    assert desk.post("/work/counter/", {"q": here.iin}).url == f"/work/counter/{here.key}/"
    assert "Nobody is found" in text(desk.post("/work/counter/", {"q": elsewhere.iin}))
    assert desk.get(f"/work/counter/{elsewhere.key}/").status_code == 403


def test_papers_are_added_to_a_claim_that_was_sent(desk, address, visitor, submitted, officer):
    paper = SimpleUploadedFile("Certificate.pdf", papers.pdf(), "application/pdf")
    assert desk.post(f"{address}counter/papers/", {"papers": paper}).url == visitor
    assert submitted.evidence.get().added_by == officer
    assert "Certificate.pdf" in text(desk.get(f"{address}receipt/"))


def test_an_answer_is_recorded_and_the_person_told_in_their_language(desk, address, submitted, officer, mother):
    mother.language = "ru"
    mother.save()
    working.ask_information(claim=submitted, text="Where does the child live?", by=officer)
    assert "Where does the child live?" in text(desk.get(f"{address}counter/answer/"))
    say(desk, f"{address}counter/answer/")
    submitted.refresh_from_db()
    assert submitted.status == Claim.Status.IN_REVIEW
    assert submitted.information_requests.get().answer == SAID
    assert "записан в учреждении" in Note.objects.get(is_internal=False).text
    assert mother.notices.filter(kind="message").exists()


def test_an_objection_is_recorded(desk, address, submitted, officer):
    working.open_hearing(claim=submitted, planned="The child lives elsewhere.", by=officer)
    assert say(desk, f"{address}counter/objection/", "no").status_code == 409
    say(desk, f"{address}counter/objection/")
    assert submitted.hearings.get().objection == SAID


def test_an_answer_to_another_question_than_was_shown_is_not_recorded(desk, address, submitted, officer, citizen):
    first = working.ask_information(claim=submitted, text="Where does the child live?", by=officer)
    counter = f"{address}counter/answer/"
    sent = shown_on(desk.get(counter).content.decode(), counter)
    working.answer_information(information_request=first, answer="With me.", by=citizen)
    second = working.ask_information(claim=submitted, text="Since which day?", by=officer)
    refused = desk.post(counter, sent | {"text": SAID})
    assert refused.status_code == 409
    assert "Since which day?" in text(refused)
    second.refresh_from_db()
    assert second.closed_at is None


def test_a_claim_is_withdrawn_with_how_the_person_asked_for_it(desk, address, submitted, mother):
    assert desk.post(f"{address}counter/withdrawal/", {"text": "ok"}).status_code == 409
    desk.post(f"{address}counter/withdrawal/", {"text": "By a signed paper of today."})
    submitted.refresh_from_db()
    assert submitted.status == Claim.Status.WITHDRAWN
    assert mother.notices.filter(kind="message").exists()


def test_the_letter_of_a_decision_is_handed_out(client, address, decided, officer, approver):
    desk = sign_in(client, officer)
    assert desk.get(f"{address}letter/").status_code == 302
    deciding.approve(decision=decided, by=approver)
    letter = desk.get(f"{address}letter/")
    assert letter.content.startswith(b"%PDF")


@pytest.mark.parametrize("name", ["papers", "answer", "objection", "withdrawal"])
def test_approvers_and_other_offices_record_nothing(client, address, submitted, office, name):
    for role, where in ((Role.APPROVER, office), (Role.OFFICER, people.make_office(people.OTHER_DISTRICT))):
        browser = sign_in(client, people.make_staff(role, where))
        assert browser.post(f"{address}counter/{name}/", {"text": SAID}).status_code == 403


def test_a_claim_on_paper_begins_with_the_visitor_whose_page_it_was(desk, mother):
    assert f'value="{mother.iin}"' in text(desk.get(f"/claims/on-paper/?for={mother.key}"))
    assert desk.get("/claims/on-paper/?for=nonsense").status_code == 200
