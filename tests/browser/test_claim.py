"""A citizen claims on a phone: from the child to the number, then answers the office and sees the decision."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from socialcode.accounts.models import Role
from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.models import Claim
from tests.browser.visitors import by_everybody
from tests.cases import papers
from tests.cast import ANSWERS, BORN, IBAN, ON
from tests.factories import people
from tests.factories.claims import GRANT


@pytest.fixture
def family(live_server):
    office = people.make_office(name_kk="Үлгі мансап орталығы", name_ru="Центр карьеры (пример)")
    mother = people.make_person()
    return {"mother": mother, "child": people.make_child(mother, BORN), "office": office}


@pytest.fixture
def citizen(family):
    return people.make_account(family["mother"])


@pytest.fixture
def at_home(page, citizen, enter):
    """The citizen's own tab."""
    enter(citizen)
    return page


@pytest.fixture
def begun(family, citizen):
    wish = applying.Wish("birth_grant", family["mother"], family["child"], ON, ANSWERS)
    return applying.begin(wish=wish, by=citizen)


@pytest.fixture
def sent(begun, citizen):
    applying.set_account(claim=begun, iban=IBAN, by=citizen)
    applying.consent(claim=begun, by=citizen, language="kk")
    return applying.submit(claim=begun, by=citizen)


def press(page):
    page.locator(".actions .btn-primary").last.click()


@pytest.mark.parametrize("size", ["phone"])
@pytest.mark.parametrize("language", ["en"])
@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.usefixtures("language", "javascript")
def test_a_citizen_claims_on_a_phone(at_home, family, citizen, barrier_free, javascript):
    answers = ANSWERS | {"cares_for_child": True, "is_insured": False, "asks_for_lost_child": False}
    del answers["relative_is_paid"]
    wish = applying.Wish("childcare_state", family["mother"], family["child"], ON, answers)
    begun = applying.begin(wish=wish, by=citizen)
    check = barrier_free if javascript else lambda: None
    at_home.goto(reverse("cases:registers", args=[begun.key]))
    check()
    press(at_home)
    at_home.locator("[name=relative_is_paid][value=no]").check()
    check()
    at_home.get_by_role("button", name="Continue").click()
    press(at_home)
    expect(at_home.get_by_role("alert")).to_be_visible()
    check()
    at_home.get_by_label("I have read this and agree").check()
    press(at_home)
    at_home.locator("#id_papers").set_input_files(
        [
            {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": papers.picture()},
            {"name": "photo.heic", "mimeType": "image/heic", "buffer": papers.picture("HEIF")},
        ]
    )
    at_home.get_by_role("button", name="Add these and choose more").click()
    expect(at_home.locator(".papers li")).to_have_count(2)
    check()
    press(at_home)
    at_home.get_by_label("Account number").fill(IBAN)
    check()
    at_home.get_by_role("button", name="Continue").click()
    expect(at_home.get_by_text("From what is known, you are entitled")).to_be_visible()
    check()
    at_home.get_by_role("button", name="Send the claim").click()
    begun.refresh_from_db()
    assert begun.status == Claim.Status.SUBMITTED
    expect(at_home.get_by_text(f"Its number is {begun.number}")).to_be_visible()
    check()


@by_everybody
def test_the_pages_of_a_claim_shut_nobody_out(at_home, begun, visited):
    for name in ("registers", "consent", "papers", "account", "overview", "withdraw"):
        at_home.goto(reverse(f"cases:{name}", args=[begun.key]))
        visited()
    at_home.goto(reverse("cases:mine"))
    visited()


@pytest.mark.parametrize("language", ["en"])
@pytest.mark.parametrize("size", ["phone"])
@pytest.mark.usefixtures("language", "size")
def test_a_request_for_information_is_answered_and_the_decision_seen(at_home, sent, family, barrier_free):
    officer = people.make_staff(Role.OFFICER, family["office"])
    approver = people.make_staff(Role.APPROVER, family["office"])
    claim = working.take_next(by=officer)
    working.ask_information(claim=claim, text="Please add the birth certificate.", by=officer)
    at_home.goto(reverse("cases:claim", args=[sent.key]))
    barrier_free()
    at_home.get_by_role("link", name="Answer", exact=True).click()
    barrier_free()
    at_home.get_by_label("Your answer").fill("The register has it now.")
    at_home.get_by_role("button", name="Send the answer").click()
    expect(at_home.get_by_text("The register has it now.")).to_be_visible()
    at_home.get_by_role("link", name="Write to the office").click()
    barrier_free()
    working.open_hearing(claim=claim, planned="The grant may be smaller.", by=officer)
    at_home.goto(reverse("cases:object", args=[sent.key]))
    barrier_free()
    at_home.get_by_role("button", name="Send", exact=True).click()
    decision = deciding.decide(claim=claim, ruling=GRANT, by=officer)
    deciding.approve(decision=decision, by=approver)
    at_home.goto(reverse("cases:claim", args=[sent.key]))
    expect(at_home.get_by_text("The claim is granted")).to_be_visible()
    barrier_free()
