"""The pages about payments, the search, the glossary, and "what if", in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.visitors import by_everybody
from tests.check.families import FAMILY_OF_FIVE_CHILDREN

from .test_check import begin, fill, send, to_the_result, walk

PAGES = (
    "/",
    "/payments/",
    "/payments/?sort=name",
    "/payments/targeted_assistance/",
    "/search/",
    "/search/?q=пенсия",
    "/search/?q=qqqqzzzz",
    "/aid/technical_aids/",
    "/other-laws/",
    "/glossary/",
    "/law/code/",
    "/law/code/?q=207",
    "/law/code/14/",
    "/law/code/17/?state=open",
)


@by_everybody
def test_pages_for_everybody_shut_nobody_out(page, visited):
    for address in PAGES:
        page.goto(address)
        visited()


@pytest.mark.parametrize("javascript", [True, False])
def test_from_an_everyday_word_to_the_first_question(page, javascript):
    page.goto("/")
    page.locator("#search-lead").fill("жұмыссыз")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.locator(".choice a[href='/payments/job_loss/']").click()
    page.wait_for_url("**/payments/job_loss/")
    page.locator(".guide__check .btn-primary").click()
    page.wait_for_url("**/check/*/questions/about-you/")
    fill(page, {})
    send(page)
    page.wait_for_url("**/check/*/situations/")
    page.locator("input[value=is_registered_unemployed]").check()
    page.locator(".actions .btn-primary").click()
    page.wait_for_url("**/check/*/questions/**")


@pytest.mark.parametrize("language", ["en"])
def test_a_word_leads_to_its_explanation_and_back(page):
    page.goto("/payments/targeted_assistance/")
    page.locator("#use-poverty_line").click()
    expect(page.locator("#term-poverty_line")).to_be_in_viewport()
    page.locator("#term-poverty_line .terms__back").click()
    assert page.url.endswith("#use-poverty_line")


@pytest.mark.parametrize(("language", "size"), [("kk", "phone"), ("kk", "desktop"), ("ru", "phone")])
def test_what_if_a_child_is_born(page, visited):
    begin(page, FAMILY_OF_FIVE_CHILDREN, "many_children")
    walk(page, FAMILY_OF_FIVE_CHILDREN)
    to_the_result(page)
    page.locator("a[href$='/what-if/']").click()
    page.wait_for_url("**/check/*/what-if/")
    visited()
    page.locator("a[href='?preset=child']").click()
    page.wait_for_url("**preset=child")
    expect(page.locator(".comparison")).to_have_count(2)
    visited()
    page.goto("/check/what-if/?change=award&of=0")
    page.locator("[name=award][value=none]").check()
    page.locator("main [name=then][value=compare]").click()
    expect(page.locator(".comparison__less").first).to_be_visible()
    visited()


@pytest.mark.parametrize("javascript", [False])
def test_a_change_is_kept_without_javascript(page, javascript):
    begin(page, FAMILY_OF_FIVE_CHILDREN, "many_children")
    walk(page, FAMILY_OF_FIVE_CHILDREN)
    page.goto("/check/what-if/?change=award&of=0")
    page.locator("[name=award][value=none]").check()
    page.locator("main [name=then][value=compare]").click()
    page.locator("[name=then][value=keep]").click()
    page.goto("/check/what-if/?change=award&of=0")
    expect(page.locator("[name=award][value=none]")).to_be_checked()
