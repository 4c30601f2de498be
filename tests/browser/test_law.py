"""The law in numbers in a real browser: for everybody, and two administrators at work."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.visitors import SCREENS, by_everybody
from tests.factories.accounts import make_administrator

PAGES = (
    "/law/manage/",
    "/law/manage/values/mci/",
    "/law/manage/values/childcare_state.size_by_birth_order/new/",
    "/law/manage/year/",
    "/law/manage/amounts/",
)
# Twenty tables are made alike: barriers are looked for in two of them, or looking takes as long as for all other pages
ONE_TABLE_OF_EACH_KIND = (
    "[...document.querySelectorAll('.table-frame:has(.law-table)')].slice(2).forEach((each) => each.remove())"
)


@pytest.fixture
def administrators(live_server):
    return make_administrator(), make_administrator("second@example.org", "Second Administrator")


@by_everybody
def test_the_figures_shut_nobody_out(page, fits, visited):
    page.goto("/law/?on=2026-11-21&compare=2025-01-01&region=750000000")
    expect(page.locator(".law-charts svg")).to_have_count(3)
    fits()
    page.evaluate(ONE_TABLE_OF_EACH_KIND)
    visited()


@pytest.mark.parametrize(("size", "scheme"), SCREENS)
def test_the_administrators_pages_shut_nobody_out(page, barrier_free, enter, administrators):
    enter(administrators[0])
    for address in PAGES:
        page.goto(address)
        barrier_free()


@pytest.mark.parametrize("javascript", [False])
@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("language", ["en"])
def test_two_administrators_change_a_value_without_javascript(page, administrators, enter):
    first, second = administrators
    next_year = timezone.localdate().year + 1
    enter(first)
    page.goto("/law/manage/")
    page.get_by_role("link", name="Monthly calculation index").click()
    page.get_by_role("link", name="Enter a new value").click()
    page.get_by_label("In force from").fill(f"{next_year}-01-01")
    page.get_by_label("New value").fill("46 060")
    page.get_by_label("Act that sets it").fill("An invented act")
    page.get_by_role("button", name="Enter", exact=True).click()
    assert page.get_by_label("New value").input_value() == "46 060"
    page.get_by_label("New value").fill("4 606")
    page.get_by_role("button", name="Enter", exact=True).click()
    expect(page.get_by_text("another administrator has to decide on it")).to_be_visible()
    assert not page.get_by_role("button", name="Approve").count()
    address = page.url

    enter(second)
    page.goto("/law/manage/")
    page.get_by_role("link", name=re.compile("Monthly calculation index, from")).click()
    assert page.url == address
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_text("Approved. The value counts from its start date.")).to_be_visible()
    page.goto("/law/")
    row = page.locator("tr", has_text="Monthly calculation index").first
    expect(row.get_by_text(f"from January 1, {next_year}")).to_be_visible()


@pytest.mark.parametrize("language", ["en"])
def test_a_value_is_entered_by_keyboard_alone(page, administrators, enter):
    enter(administrators[0])
    page.goto("/law/manage/values/mci/new/")
    page.get_by_label("In force from").focus()
    page.keyboard.type(f"0101{timezone.localdate().year + 1}")
    page.get_by_label("New value").focus()
    page.keyboard.type("4606")
    page.keyboard.press("Tab")
    page.keyboard.type("An invented act")
    page.keyboard.press("Enter")
    page.get_by_text("It counts once another administrator approves it").wait_for()
