"""The check of somebody who signed in, on a phone: registers answer first, and say so."""

import pytest
from playwright.sync_api import expect

from socialcode import demo
from tests.browser.test_check import to_the_result, walk
from tests.factories import people

FAMILY = "young family with a newborn"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("size", ["phone"])
def test_registers_answer_first(page, enter, visited):
    enter(people.make_account(dict(demo.make())[FAMILY]))
    page.goto("/")
    page.locator("main button[value=birth]").click()
    page.wait_for_url("**/check/**/")
    visited()
    assert page.locator("[name=lives_in_kazakhstan]").count() == 0
    walk(page, {"1-cares_for_child": True, "1-child_in_state_care": False, "1-child_has_disability": False})
    visited()
    assert page.locator(".summary-list__source").count() > 5
    assert page.locator("a[href^='/people/']").count() > 1
    to_the_result(page)
    visited()
    expect(page.locator("#birth_grant-1")).to_have_count(1)
