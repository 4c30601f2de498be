"""Signing in, in a real browser: citizens by IIN and code, staff with two factors; and the pages of administrators."""

import re

import pytest
from playwright.sync_api import expect

from socialcode.accounts import offices
from socialcode.notices.models import Delivery
from tests.browser.signing_in import sign_in_as_staff
from tests.factories import people
from tests.factories.accounts import PASSWORD, code_now, make_administrator, make_user

NARROW = {"width": 360, "height": 740}


@pytest.fixture
def shuts_nobody_out(page, axe):
    def check():
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
        axe(page)

    return check


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(("size", "scheme"), [("phone", "dark"), ("desktop", "light")])
@pytest.mark.usefixtures("language")
def test_a_citizen_signs_in_by_iin_and_code(page, size, scheme, shuts_nobody_out):
    person = people.make_person(language="en")
    page.emulate_media(color_scheme=scheme)
    if size == "phone":
        page.set_viewport_size(NARROW)
    page.goto("/sign-in/?next=/law/")
    shuts_nobody_out()
    page.locator("#id_iin").fill("123")
    page.locator("#id_iin").press("Enter")
    expect(page.locator("[role=alert]")).to_be_visible()
    shuts_nobody_out()
    page.locator("#id_iin").fill(person.iin)
    page.locator("#id_iin").press("Enter")
    page.wait_for_url("**/sign-in/code/")
    shuts_nobody_out()
    sent = Delivery.objects.get(channel="sms").text
    page.locator("#id_code").fill(re.search(r"[0-9]{6}", sent).group())
    page.locator("#id_code").press("Enter")
    page.wait_for_url("**/law/")
    expect(page.locator(".account")).to_contain_text(person.full_name)
    shuts_nobody_out()


@pytest.mark.parametrize("language", ["en"])
@pytest.mark.parametrize("javascript", [False])
@pytest.mark.usefixtures("language", "javascript")
def test_staff_set_up_the_second_factor_without_javascript(page):
    user = make_administrator()
    page.set_viewport_size(NARROW)
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(user.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    assert page.locator(".account-picture").evaluate("picture => picture.naturalWidth") > 0
    secret = page.locator(".account-key").inner_text().replace(" ", "")
    page.get_by_label("Code from the app").fill(code_now(secret))
    page.get_by_role("button", name="Set up").click()
    assert page.locator(".account-codes li").count() == 10
    page.get_by_role("link", name="I have written them down").click()
    expect(page.get_by_role("heading", name="My sign-in")).to_be_visible()


@pytest.mark.parametrize(("language", "scheme"), [("kk", "dark"), ("ru", "light")])
@pytest.mark.usefixtures("language")
def test_the_staffs_own_pages_shut_nobody_out(page, scheme, shuts_nobody_out):
    offices.load()
    colleague = make_user("colleague@example.org", "Invented Colleague With Quite A Long Name")
    people.make_staff("head", people.make_office())
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(NARROW)
    user = make_administrator()
    page.goto("/accounts/login/")
    shuts_nobody_out()
    sign_in_as_staff(page, user)
    for address in (
        "/accounts/security/",
        "/accounts/security/password/",
        "/accounts/people/",
        "/accounts/people/new/",
        f"/accounts/people/{colleague.key}/",
    ):
        page.goto(address)
        shuts_nobody_out()
