"""What is typed outlives another language, the end of a session, and leaving the page; with and without a script."""

import time

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from socialcode.accounts import sessions

TEXT = "Анықтама табылды"


@pytest.mark.parametrize("javascript", [True, False])
def test_another_language_and_appearance_keep_unsent_answers(page, javascript):
    page.goto("/")
    page.locator("main button[value=birth]").click()
    page.wait_for_url("**/check/*/questions/about-you/")
    page.locator("[name=sex][value=female]").check()
    for button in (".language-switch button[value=ru]", ".theme-switch__dark"):
        here = page.url
        page.locator(".drop summary").first.click()
        page.locator(button).click()
        page.wait_for_url(here)
        expect(page.locator("[name=sex][value=female]")).to_be_checked()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")


def test_a_text_is_kept_while_it_is_written_and_when_one_leaves(page, enter, submitted, citizen, barrier_free):
    enter(citizen)
    page.goto(reverse("cases:message", args=[submitted.key]))
    page.locator("textarea").fill(TEXT)
    expect(page.locator(".draft__state")).to_contain_text(":")
    page.locator("textarea").fill(f"{TEXT}!")
    page.goto("/claims/")
    page.go_back()
    page.reload()
    expect(page.locator("textarea")).to_have_value(f"{TEXT}!")
    expect(page.locator(".draft-note")).to_be_visible()
    barrier_free()
    page.locator("textarea").press("Tab")
    expect(page.locator(".portal-form .btn-primary")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/message/" not in url)


def test_the_end_of_a_session_is_said_in_time_and_can_be_put_off(page, enter, submitted, citizen, barrier_free):
    enter(citizen)
    page.goto(reverse("cases:message", args=[submitted.key]))
    cookie = next(each for each in page.context.cookies() if each["name"].endswith("sessionid"))
    browser = Client()
    browser.cookies[cookie["name"]] = cookie["value"]

    def rest(minutes):
        session = browser.session
        session[sessions.SEEN] = time.time() - minutes * 60
        session.save()

    rest(57)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    bar = page.locator(".session-end__warning")
    expect(bar).to_be_visible()
    expect(page.locator("body")).to_be_focused()
    barrier_free()
    bar.locator("button").click()
    expect(bar).to_be_hidden()
    assert time.time() - browser.session[sessions.SEEN] < 60
    page.locator("textarea").fill(TEXT)
    rest(61)
    page.locator(".portal-form .btn-primary").click()
    page.wait_for_url("**/sign-in/**")
    enter(citizen)
    page.goto(reverse("cases:message", args=[submitted.key]))
    expect(page.locator("textarea")).to_have_value(TEXT)
