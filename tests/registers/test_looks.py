"""Every look of the staff is written down, shown to the person, and can be asked about."""

import html

import pytest

from socialcode.audit.models import Event
from socialcode.notices.models import Notice
from socialcode.people import access
from socialcode.refusal import NotAllowedError
from socialcode.registers import looks, purposes
from socialcode.registers.actions import asking
from socialcode.registers.models import AccessQuestion
from tests.factories import people

PURPOSE = "She asked by telephone"


@pytest.fixture
def look(mother, officer):
    return access.record_look(mother, by=officer, look=access.Look(officer.grants[0], PURPOSE, case="2026-7"))


def test_staff_say_why_before_they_see_anything(signed_in, officer, mother):
    browser, address = signed_in(officer), f"/people/{mother.key}/"
    answer = browser.get(address)
    assert mother.full_name not in answer.text
    answer = browser.post(address, {"purpose": "because"})
    assert 'value="because"' in answer.text
    assert not looks.events(mother).exists()
    answer = browser.post(address, {"purpose": PURPOSE}, follow=True)
    assert mother.full_name in answer.text
    event = looks.events(mother).get()
    assert event.details == {
        "role": "officer",
        "office": officer.grants[0].office.code,
        "purpose": PURPOSE,
        "case": "",
    }


def test_a_purpose_holds_for_one_person_and_half_an_hour(signed_in, officer, mother, child, monkeypatch):
    browser = signed_in(officer)
    browser.post(f"/people/{mother.key}/", {"purpose": PURPOSE})
    assert child.full_name not in browser.get(f"/people/{child.key}/").text
    assert browser.get(f"/people/{child.key}/income/2026/").url == f"/people/{child.key}/"
    now = purposes.time.time()
    monkeypatch.setattr(purposes.time, "time", lambda: now + purposes.LASTS + 1)
    assert mother.full_name not in browser.get(f"/people/{mother.key}/").text


def test_an_officer_finds_people_of_the_territory_only(signed_in, officer, officer_elsewhere, mother):
    found = signed_in(officer).post("/people/", {"iin": mother.iin})
    assert found.url == f"/people/{mother.key}/"
    refused = signed_in(officer_elsewhere).post("/people/", {"iin": mother.iin}).text
    unknown = signed_in(officer_elsewhere).post("/people/", {"iin": people.make_iin()}).text
    assert "Nobody with this number lives in the territory" in refused
    assert "Nobody with this number lives in the territory" in unknown


@pytest.mark.usefixtures("look")
def test_the_person_sees_who_looked_by_role_and_office(signed_in, citizen, mother, officer):
    text = signed_in(citizen).get(f"/people/{mother.key}/looks/").text
    for said in ("Officer", str(officer.grants[0].office), PURPOSE, "2026-7"):
        assert said in text
    assert officer.full_name not in text


def test_long_lists_come_in_pages(signed_in, citizen, mother, officer, django_assert_num_queries):
    for time in range(45):
        access.record_look(mother, by=officer, look=access.Look(officer.grants[0], f"{PURPOSE}, {time}"))
    browser = signed_in(citizen)
    with django_assert_num_queries(11):
        answer = browser.get(f"/people/{mother.key}/looks/?page=2")
    assert "Page 2 of 3" in answer.text
    assert len(answer.context["looks"]) == 20


def test_a_question_is_asked_once_and_answered_by_an_auditor(signed_in, citizen, mother, look, auditor):
    browser, address = signed_in(citizen), f"/people/{mother.key}/looks/"
    assert ">short</textarea>" in browser.post(address, {"entry": look.pk, "text": "short"}).text.replace("\n", "")
    browser.post(address, {"entry": look.pk, "text": "I did not telephone. Why?"})
    browser.post(address, {"entry": look.pk, "text": "I ask the same again."})
    question = AccessQuestion.objects.get()
    assert question.text == "I did not telephone. Why?"

    desk = signed_in(auditor)
    assert "I did not telephone" in desk.get("/people/questions/").text
    page = f"/people/questions/{question.key}/"
    assert look.by_text in html.unescape(desk.get(page).text)
    desk.post(page, {"answer": "The officer took the wrong file. She was told off."})
    assert "took the wrong file" in browser.get(address).text
    assert "took the wrong file" in Notice.objects.get(to=mother).text
    assert "I did not telephone" not in desk.get("/people/questions/").text
    assert "already answered" in desk.post(page, {"answer": "A second answer to the same."}).text


def test_nobody_asks_about_what_was_no_look_at_them(mother, citizen, officer, stranger):
    other = access.own_person(stranger)
    foreign = access.record_look(other, by=officer, look=access.Look(officer.grants[0], PURPOSE))
    assert looks.one(mother, foreign.pk) is None
    with pytest.raises(NotAllowedError):
        asking.ask(person=mother, event=None, text="Why did you look?", by=citizen)


def test_an_auditor_does_not_answer_for_themselves(mother, citizen, auditor):
    event = access.record_look(mother, by=auditor, look=access.Look(auditor.grants[0], PURPOSE))
    question = asking.ask(person=mother, event=event, text="Why did you look?", by=citizen)
    with pytest.raises(NotAllowedError, match="about you"):
        asking.answer(question=question, text="I was only curious.", by=auditor)


def test_parents_are_told_about_their_child(mother, child, citizen, officer, auditor):
    event = access.record_look(child, by=officer, look=access.Look(officer.grants[0], PURPOSE))
    question = asking.ask(person=child, event=event, text="Why did you look?", by=citizen)
    asking.answer(question=question, text="For the benefit that you applied for.", by=auditor)
    assert Notice.objects.get().to == mother
    assert Event.objects.filter(kind="access_question_answered").count() == 1
