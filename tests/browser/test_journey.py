"""A claim from the first page to the checked letter, by the pages alone: citizen, officer and approver in turn.

Everybody signs in by the pages on the way to a grant, and is signed in on the way to a refusal.
"""

import datetime
import re

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import expect

from socialcode.accounts.models import Role
from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.notices.models import Letter
from tests.browser.signing_in import sign_in_as_staff, sign_in_by_code, signed_in
from tests.browser.test_check import to_the_result, walk
from tests.cast import IBAN
from tests.factories import people

TO_A_GRANT = [("kk", "phone", "dark", True), ("ru", "desktop", "light", True), ("en", "phone", "light", False)]
TO_A_REFUSAL = [("kk", "desktop", "light", True), ("ru", "phone", "light", False), ("en", "phone", "dark", True)]
VISITOR = ("language", "size", "scheme", "javascript")
IN_THE_CHECK = {
    "1-cares_for_child": True,
    "1-child_in_state_care": False,
    "1-child_has_disability": False,
    "is_insured": False,
}


@pytest.fixture
def office(live_server):
    return people.make_office()


@pytest.fixture
def mother(office, language):
    mother = people.make_person(language=language)
    child = people.make_child(mother, timezone.localdate() - datetime.timedelta(days=60))
    people.make_family(mother, child=child)
    return mother


@pytest.fixture
def cast(mother, office):
    return {
        "citizen": people.make_account(mother),
        "officer": people.make_staff(Role.OFFICER, office),
        "approver": people.make_staff(Role.APPROVER, office),
    }


@pytest.fixture
def seats(page, mother, cast):
    """Three people who share a browser: `sit(name)` signs one in by the pages, and later goes on in their session."""
    sessions = {}

    def sign_in(name):
        if name == "citizen":
            sign_in_by_code(page, mother)
        else:
            sign_in_as_staff(page, cast[name], signed_in)

    def sit(name):
        page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
        if name in sessions:
            page.context.add_cookies(sessions[name])
        else:
            sign_in(name)
            cookies = page.context.cookies()
            sessions[name] = [cookie for cookie in cookies if cookie["name"] == settings.SESSION_COOKIE_NAME]

    return sit


@pytest.fixture
def look(visited, javascript):
    """Fails if the page at hand shuts somebody out; without JavaScript nothing can be measured."""
    return visited if javascript else lambda: None


def go_on(page):
    """Press the button that leads on, and wait for the page it leads to."""
    here = page.url
    page.locator(".actions .btn-primary").last.click()
    page.wait_for_url(lambda url: url != here)


def begin(page, look, provision):
    """From the check to the first page of a claim."""
    page.goto("/")
    look()
    page.locator("main button[value=birth]").click()
    page.wait_for_url("**/check/**/")
    walk(page, IN_THE_CHECK)
    to_the_result(page)
    look()
    page.locator("form", has=page.locator(f"[name=provision][value={provision}]")).locator(".btn-primary").click()
    page.wait_for_url("**/claims/*/registers/")
    look()


def fill_in(page, look):
    """Every step of the claim up to the look over everything."""
    go_on(page)
    while "/questions/" in page.url:
        look()
        for question in page.locator("fieldset:has([type=radio])").all():
            if not question.locator(":checked").count():
                question.locator("[value=no]").check()
        go_on(page)
    look()
    page.locator("#id_agreed").check()
    go_on(page)
    look()
    go_on(page)
    look()
    page.locator("#id_iban").fill(IBAN)
    go_on(page)
    look()


def send_in(page, look):
    go_on(page)
    look()
    claim = Claim.objects.get()
    assert claim.status == Claim.Status.SUBMITTED
    page.get_by_text(claim.number).first.wait_for()
    return claim


def say(page, claim, name, text, look):
    """The citizen opens the claim from the list, follows what the office asks, and answers."""
    page.goto("/claims/")
    look()
    page.locator(f"a[href='/claims/{claim.key}/']").click()
    page.wait_for_url(f"**/claims/{claim.key}/")
    look()
    page.locator(f"a[href='/claims/{claim.key}/{name}/']").click()
    page.wait_for_url(f"**/{name}/")
    look()
    page.locator("#id_text").fill(text)
    go_on(page)
    expect(page.get_by_text(text)).to_be_visible()
    look()


def act(page, claim, name, look, **typed):
    """The staff's act on the claim: unfold it, fill it in, press."""
    page.goto(f"/work/{claim.key}/")
    look()
    form = page.locator(f"form[action$='/{name}/']")
    if typed:
        page.locator("details", has=form).locator("summary").first.click()
    for field, value in typed.items():
        if field == "kind":
            form.locator(f"[name=kind][value={value}]").check()
        else:
            form.locator(f"[name={field}]").fill(value)
    form.locator("button:not([formaction])").click()
    page.locator(".messages .notice").wait_for()
    look()
    claim.refresh_from_db()


def take(page, claim, look):
    page.goto("/work/")
    look()
    page.locator("form[action$='/take-next/'] button").click()
    page.wait_for_url(f"**/work/{claim.key}/")


def agree(page, claim, look):
    page.goto("/work/?state=approval")
    look()
    page.locator(f"a[href='/work/{claim.key}/']").click()
    page.wait_for_url(f"**/work/{claim.key}/")
    act(page, claim, "approve", look)


def read_the_letter(page, folder, look):
    """The citizen finds the newest notice and saves its letter; returns the code that is shown with it."""
    page.goto("/notices/")
    look()
    page.locator(".notices__one a").first.click()
    page.wait_for_url("**/notices/*/")
    look()
    with page.expect_download() as saved:
        page.locator("a[href$='/letter/']").click()
    saved.value.save_as(folder / "letter.pdf")
    return re.search(r"/verify/([^/]+)/", page.locator("main a[href^='/verify/']").get_attribute("href"))[1]


def check_the_letter(page, code, folder, look):
    """Somebody who is not signed in checks the code and the file."""
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.goto("/verify/")
    look()
    page.locator("#id_code").fill(code.lower())
    page.locator("#id_code").press("Enter")
    page.wait_for_url(f"**/verify/{code}/")
    look()
    page.locator("input[type=file]").set_input_files(folder / "letter.pdf")
    page.locator("main .portal-form .btn-primary").click()
    page.locator("[role=status] .notice--success").wait_for()
    look()


@pytest.mark.parametrize(VISITOR, TO_A_GRANT)
def test_a_claim_is_corrected_and_granted(page, seats, look, tmp_path):
    seats("citizen")
    begin(page, look, "birth_grant")
    fill_in(page, look)
    claim = send_in(page, look)

    seats("officer")
    take(page, claim, look)
    act(page, claim, "ask-information", look, text="Please add the certificate of birth.")
    assert claim.status == Claim.Status.INFORMATION_ASKED

    seats("citizen")
    say(page, claim, "answer", "The register has it by now.", look)

    seats("officer")
    act(page, claim, "decide", look, kind="grant", despite="Every part was seen at the counter.")
    assert claim.status == Claim.Status.APPROVAL

    seats("approver")
    agree(page, claim, look)
    assert claim.status == Claim.Status.GRANTED
    assert Award.objects.get().iban == IBAN

    seats("citizen")
    page.goto(f"/claims/{claim.key}/")
    expect(page.locator(".panel--success .amount")).to_be_visible()
    look()
    code = read_the_letter(page, tmp_path, look)
    assert Letter.objects.get().code == code
    check_the_letter(page, code, tmp_path, look)


@pytest.mark.parametrize(VISITOR, TO_A_REFUSAL)
def test_a_claim_is_refused_after_a_hearing(page, enter, cast, look, tmp_path):
    enter(cast["citizen"])
    begin(page, look, "childcare_state")
    fill_in(page, look)
    page.locator("a[href$='/questions/child_in_state_care/']").click()
    page.wait_for_url("**/child_in_state_care/")
    look()
    page.locator("[name=child_in_state_care][value=yes]").check()
    go_on(page)
    page.goto(f"/claims/{Claim.objects.get().key}/overview/")
    expect(page.locator(".panel--warning")).to_be_visible()
    look()
    claim = send_in(page, look)

    enter(cast["officer"])
    take(page, claim, look)
    act(page, claim, "open-hearing", look, planned="A refusal is planned: the state keeps the child.")
    assert claim.status == Claim.Status.HEARING

    enter(cast["citizen"])
    say(page, claim, "object", "The child came home a week ago.", look)

    enter(cast["officer"])
    act(page, claim, "decide", look, kind="refuse", reason="The home says that the child lives there.")
    assert claim.status == Claim.Status.APPROVAL
    assert [row["article"] for row in claim.decisions.get().unmet]

    enter(cast["approver"])
    agree(page, claim, look)
    assert claim.status == Claim.Status.REFUSED
    assert not Award.objects.exists()

    enter(cast["citizen"])
    page.goto(f"/claims/{claim.key}/")
    decision = page.locator("section[aria-labelledby=decision]")
    assert "The home says that the child lives there." in decision.inner_text()
    assert decision.locator("li").count() >= 1, "the conditions that are not met"
    look()
    code = read_the_letter(page, tmp_path, look)
    assert Letter.objects.get().code == code
    check_the_letter(page, code, tmp_path, look)
