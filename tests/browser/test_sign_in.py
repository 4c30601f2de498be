"""Signing in, in a real browser: citizens by IIN and code, staff with two factors; and the pages of administrators."""

import re

import pytest
from playwright.sync_api import expect

from socialcode.accounts import offices
from socialcode.notices.models import Delivery
from tests.browser.signing_in import sign_in_as_staff
from tests.browser.visitors import by_everybody
from tests.factories import people
from tests.factories.accounts import PASSWORD, code_now, make_administrator, make_user


@by_everybody
def test_a_citizen_signs_in_by_iin_and_code(page, visited):
    person = people.make_person(language="en")
    page.goto("/sign-in/?next=/law/")
    visited()
    page.locator("#id_iin").fill("123")
    page.locator("#id_iin").press("Enter")
    expect(page.locator("[role=alert]")).to_be_visible()
    visited()
    page.locator("#id_iin").fill(person.iin)
    page.locator("#id_iin").press("Enter")
    page.wait_for_url("**/sign-in/code/")
    visited()
    sent = Delivery.objects.get(channel="sms").text
    page.locator("#id_code").fill(re.search(r"[0-9]{6}", sent).group())
    page.locator("#id_code").press("Enter")
    page.wait_for_url("**/law/")
    expect(page.locator(".account")).to_contain_text(person.full_name)
    visited()


@pytest.mark.parametrize("language", ["en"])
@pytest.mark.parametrize("javascript", [False])
@pytest.mark.parametrize("size", ["phone"])
def test_staff_set_up_the_second_factor_without_javascript(page):
    user = make_administrator()
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(user.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    assert page.locator(".account-picture").evaluate("picture => picture.naturalWidth") > 0
    secret = page.locator(".account-key").inner_text().replace(" ", "")
    page.get_by_label("Code from the app").fill(code_now(secret))
    page.get_by_role("button", name="Set up").click()
    expect(page.locator(".account-codes li")).to_have_count(10)
    page.get_by_role("link", name="I have written them down").click()
    expect(page.get_by_role("heading", name="My sign-in")).to_be_visible()


@by_everybody
def test_the_staffs_own_pages_shut_nobody_out(page, visited):
    offices.load()
    colleague = make_user("colleague@example.org", "Invented Colleague With Quite A Long Name")
    people.make_staff("head", people.make_office())
    user = make_administrator()
    page.goto("/accounts/login/")
    visited()
    sign_in_as_staff(page, user)
    for address in (
        "/accounts/security/",
        "/accounts/security/password/",
        "/accounts/people/",
        "/accounts/people/new/",
        f"/accounts/people/{colleague.key}/",
        "/state/",
    ):
        page.goto(address)
        visited()
