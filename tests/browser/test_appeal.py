"""A complaint from the decision to what follows, by the pages alone: won, and lost after the higher office answered."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from socialcode.accounts.models import Role
from socialcode.appeals.models import Proceeding
from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.models import Claim
from socialcode.cases.ruling import Ruling
from socialcode.notices.models import Letter
from tests.cases import papers
from tests.cast import ANSWERS, IBAN
from tests.factories import people

WON = [("kk", "phone", "dark"), ("ru", "desktop", "light"), ("en", "phone", "light")]
LOST = [("kk", "desktop", "light"), ("ru", "phone", "dark"), ("en", "desktop", "dark")]
VISITOR = ("language", "size", "scheme")
WHY = "Балам менімен тұрады, тізілімде де солай."
ANSWER = "Тізілім бойынша бала анасымен тұрады."


@pytest.fixture
def people_of_it(live_server, language):
    """The mother, the office that decides, others of the same office, and the regional centre."""
    here, above = people.make_office(), people.make_office("")
    mother = people.make_person(language=language)
    return {
        "mother": mother,
        "citizen": people.make_account(mother),
        "officer": people.make_staff(Role.OFFICER, here),
        "approver": people.make_staff(Role.APPROVER, here),
        "head": people.make_staff(Role.HEAD, here),
        "colleague": people.make_staff(Role.OFFICER, here),
        "second approver": people.make_staff(Role.APPROVER, here),
        "officer above": people.make_staff(Role.OFFICER, above),
        "approver above": people.make_staff(Role.APPROVER, above),
    }


@pytest.fixture
def cast(people_of_it):
    """The same, with her claim: refused after a hearing."""
    mother, citizen, officer = (people_of_it[name] for name in ("mother", "citizen", "officer"))
    born = timezone.localdate() - datetime.timedelta(days=60)
    child = people.make_child(mother, born)
    answers = ANSWERS | {"child_birth_date": born.isoformat()}
    claim = applying.begin(wish=applying.Wish("birth_grant", mother, child, timezone.localdate(), answers), by=citizen)
    applying.set_account(claim=claim, iban=IBAN, by=citizen)
    applying.consent(claim=claim, by=citizen, language="kk")
    applying.submit(claim=claim, by=citizen)
    claim = working.take_next(by=officer)
    hearing = working.open_hearing(claim=claim, planned="Бала басқа үйде тұрады.", by=officer)
    working.answer_hearing(hearing=hearing, objection="Бала менімен тұрады.", by=citizen)
    ruling = Ruling("refuse", reason="Бала басқа үйде тұрады.", override_reason="Көршісі жазбаша айтты.")
    deciding.approve(decision=deciding.decide(claim=claim, ruling=ruling, by=officer), by=people_of_it["approver"])
    claim.refresh_from_db()
    return people_of_it | {"claim": claim}


def complain(page, claim, folder, look):
    """From the decision to the complaint with a paper, and its receipt."""
    paper = folder / "Certificate.pdf"
    paper.write_bytes(papers.pdf())
    page.goto(f"/claims/{claim.key}/")
    look()
    page.locator("a[href^='/appeals/decision/']").click()
    page.wait_for_url("**/appeals/decision/**")
    look()
    page.locator("#id_papers").set_input_files(paper)
    page.locator(".portal-form .btn-primary").click()
    expect(page.locator("[role=alert]")).to_be_visible()  # nothing was written: said so
    look()
    page.locator("#id_text").fill(WHY)
    page.locator("#id_papers").set_input_files(paper)
    page.locator(".portal-form .btn-primary").click()
    page.wait_for_url(lambda url: "/decision/" not in url)
    look()
    expect(page.get_by_text(WHY)).to_be_visible()
    proceeding = Proceeding.objects.get()
    assert proceeding.appeal.evidence.get().document.name == "Certificate.pdf"
    page.locator(f"a[href='/appeals/{proceeding.key}/receipt/']").click()
    page.wait_for_url("**/receipt/")
    look()
    return proceeding


def act(page, proceeding, name, look, **typed):
    """The staff's act on the complaint: unfold it, fill it in, press."""
    page.goto(f"/complaints/{proceeding.key}/")
    look()
    form = page.locator(f"form[action$='/{name}/']")
    if typed:
        page.locator("details", has=form).locator("summary").first.click()
    for field, value in typed.items():
        if field == "kind":
            form.locator(f"[name=kind][value={value}]").check()
        elif field == "to":
            form.locator("[name=to]").select_option(value)
        else:
            form.locator(f"[name={field}]").fill(value)
    form.locator("button:not([formaction])").click()
    page.locator(".messages .notice").wait_for()
    look()
    proceeding.refresh_from_db()


def read_the_answer(page, proceeding, look):
    """From the list of complaints to the answer and its letter."""
    page.goto("/appeals/")
    look()
    page.locator(f"a[href='/appeals/{proceeding.key}/']").click()
    page.wait_for_url(f"**/appeals/{proceeding.key}/")
    look()
    expect(page.locator("section[aria-labelledby=answer]")).to_contain_text(ANSWER)
    page.locator("section[aria-labelledby=answer] a").click()
    page.wait_for_url("**/notices/*/")
    look()
    assert Letter.objects.get(notice__kind="appeal_answered").number == proceeding.number


@pytest.mark.parametrize(VISITOR, WON)
def test_a_complaint_is_won_at_the_office_that_decided(page, enter, cast, visited, tmp_path):
    refused = cast["claim"]
    enter(cast["citizen"])
    proceeding = complain(page, refused, tmp_path, visited)

    enter(cast["head"])
    page.goto("/work/new/")
    visited()
    page.locator(".inbox a").first.click()
    page.wait_for_url(f"**/complaints/{proceeding.key}/")
    act(page, proceeding, "assign", visited, to=str(cast["colleague"].pk))

    enter(cast["officer"])
    page.goto(f"/complaints/{proceeding.key}/")
    expect(page.locator("form[action$='/answer/']")).to_have_count(0)
    visited()

    enter(cast["colleague"])
    page.goto("/complaints/?tab=mine")
    visited()
    act(page, proceeding, "answer", visited, kind="grant", reason=ANSWER)

    enter(cast["second approver"])
    act(page, proceeding, "agree", visited)
    assert proceeding.state == "upheld"

    enter(cast["citizen"])
    read_the_answer(page, proceeding, visited)
    refused.refresh_from_db()
    assert refused.status == Claim.Status.SUBMITTED
    page.goto(f"/claims/{refused.key}/")
    visited()

    enter(cast["colleague"])
    page.goto("/work/")
    visited()
    page.locator("form[action$='/take-next/'] button").click()
    page.wait_for_url(f"**/work/{refused.key}/")
    visited()


@pytest.mark.parametrize(VISITOR, LOST)
def test_a_complaint_is_lost_at_the_higher_office(page, enter, cast, visited, tmp_path):
    refused = cast["claim"]
    enter(cast["citizen"])
    proceeding = complain(page, refused, tmp_path, visited)

    enter(cast["head"])
    act(page, proceeding, "send-on", visited, reason="Жаңа ештеңе көрмедік.")

    enter(cast["officer above"])
    page.goto("/complaints/")
    visited()
    page.locator(f"a[href='/complaints/{proceeding.key}/']").click()
    act(page, proceeding, "take", visited)
    act(page, proceeding, "answer", visited, kind="refuse", reason=ANSWER)

    enter(cast["approver above"])
    act(page, proceeding, "return", visited, reason="Тізілімнің күнін жазыңыз.")

    enter(cast["officer above"])
    act(page, proceeding, "answer", visited, kind="refuse", reason=ANSWER)

    enter(cast["approver above"])
    act(page, proceeding, "agree", visited)
    assert proceeding.state == "refused"

    enter(cast["citizen"])
    read_the_answer(page, proceeding, visited)
    refused.refresh_from_db()
    assert refused.status == Claim.Status.REFUSED
