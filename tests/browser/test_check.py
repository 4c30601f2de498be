"""The whole check as a visitor walks it: in three languages, on a desktop and a phone, with and without JavaScript."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.visitors import by_everybody
from tests.check.families import INSURED_MOTHER, child, ticked

PAGE, ORDER = "/questions/about-the-child/", "[id='id_1-birth_order-text']"


@pytest.fixture
def mother():
    """An insured mother whose child is half a year old."""
    today = timezone.localdate()
    born = today - datetime.timedelta(days=180)
    leave = {"leave_start_date": born - datetime.timedelta(days=70)}
    return INSURED_MOTHER | child(born=born) | child(2, born=born, order=2) | leave


def begin(page, answers, event="birth"):
    """Begin, say who one is, and tick what the answers make true."""
    page.goto("/")
    page.locator(f"main button[value={event}]").click()
    page.wait_for_url("**/check/*/**")
    while "/about-you/" in page.url or "/situations/" in page.url:
        answer(page, answers)


def answer(page, answers):
    """The page at hand, of questions or of sentences to tick, and on to the next one."""
    if "/situations/" in page.url:
        tick(page, answers)
    else:
        fill(page, answers)
        send(page)


def tick(page, answers):
    """Tick what the answers make true, and on: another page to tick on has the same address, and no sentence again."""
    listed = [box.get_attribute("value") for box in page.locator("[name=true]").all()]
    if page.locator("details.situations__rare:not([open])").count():
        page.locator("details.situations__rare > summary").click()
    for name in ticked(listed, answers):
        page.locator(f"[name=true][value='{name}']").check()
    page.locator(".questions .actions .btn-primary").click()
    expect(page.locator(f"[name=true][value='{listed[-1]}']")).to_have_count(0)


def fill(page, answers):
    """Answer every question of the page; what `answers` does not know is answered "I don't know"."""
    for name in page.locator("input[name=asked]").get_attribute("value").split(","):
        answer = answers.get(name)
        typed = page.locator(f"#id_{name}-text")
        if not page.locator(f"#question-{name}").count():
            continue  # asked together with another one
        if isinstance(answer, datetime.date):
            fill_day(page, f"#id_{name}-", answer)
            if page.locator(f"#id_{name}-until_day").count():
                days = answers[name.replace("leave_start_date", "leave_days")]
                fill_day(page, f"#id_{name}-until_", answer + datetime.timedelta(days=days - 1))
        elif answer is None:
            page.locator(f"[name='{name}-unknown'], [name='{name}'][value=unknown]").check()
        elif typed.count():
            typed.fill(str(answer))
        else:
            value = {True: "yes", False: "no"}.get(answer, answer)
            page.locator(f"[name='{name}'][value='{value}']").check()


def fill_day(page, beginning, day):
    page.locator(f"{beginning}day").fill(str(day.day))
    page.locator(f"{beginning}month").select_option(str(day.month))
    page.locator(f"{beginning}year").fill(str(day.year))


def send(page):
    here = page.url
    page.locator(".questions .actions .btn-primary").click()
    page.wait_for_url(lambda url: url != here)


def walk(page, answers, visit=lambda: None):
    while "/questions/" in page.url or "/situations/" in page.url:
        visit()
        answer(page, answers)


def to_the_result(page):
    page.locator("a.btn-primary[href$='/result/']").click()
    page.wait_for_url("**/check/*/result/")


@by_everybody
def test_the_whole_journey(page, visited, mother, language):
    page.goto("/")
    assert page.locator("html").get_attribute("lang") == language
    visited()
    page.locator(".day-choice summary").click()
    page.locator("[name=which][value=other]").check()
    page.locator("main button[value=birth]").click()
    expect(page.locator("#errors")).to_be_focused()
    visited()
    begin(page, mother)
    page.locator(".questions .actions .btn-primary").click()
    expect(page.locator("#errors")).to_be_focused()
    visited()
    walk(page, mother, visited)
    assert page.url.endswith("/answers/")
    visited()
    page.goto("/check/day/")
    visited()
    page.go_back()
    to_the_result(page)
    visited()
    expect(page.locator(".outcome__sum--first")).to_have_count(2)
    page.evaluate("scrollTo(0, 0)")
    button = page.locator(".outcome .btn-gold").bounding_box()
    assert button["y"] + button["height"] <= page.viewport_size["height"]  # the whole answer on the first screen
    while link := next(iter(page.locator(".calculation__link").all()), None):
        opened = page.locator("details.calculation[open]").count()
        link.click()
        expect(page.locator("details.calculation[open]")).to_have_count(opened + 1)
        expect(page.locator("details.calculation > summary:focus")).to_have_count(1)
    visited()
    page.emulate_media(media="print")
    visited()


@pytest.mark.parametrize("javascript", [False])
@pytest.mark.parametrize("size", ["phone"])
def test_the_whole_journey_without_javascript(page, mother):
    begin(page, mother)
    while "about-the-child" not in page.url:
        fill(page, mother)
        send(page)
    fill(page, mother)
    page.locator("main button[value=add]").click()
    page.wait_for_url("**#child-2")
    walk(page, mother)
    to_the_result(page)
    page.locator("#birth_grant-1 .calculation__link").click()
    expect(page.locator("details.calculation[open] .trace__steps > li")).to_have_count(3)
    page.locator(".actions a").click()
    page.wait_for_url("**#birth_grant-1")
    page.locator("#birth_grant-1 .received button").click()
    page.wait_for_url("**#birth_grant-1")
    expect(page.locator("#birth_grant-2")).to_have_count(1)
    expect(page.locator("#received")).to_have_count(1)
    page.locator(".check__keeping button").click()
    page.wait_for_url(lambda url: url.endswith("/"))
    expect(page.locator(".check__again")).to_have_count(0)


def test_the_keyboard_is_led_to_what_is_new(page, mother):
    begin(page, mother)
    expect(page.locator("h1")).to_be_focused()
    while "about-the-child" not in page.url:
        fill(page, mother)
        send(page)
    expect(page.locator("h1")).to_be_focused()
    page.locator("main button[value=add]").click()
    expect(page.locator("#child-2 h2")).to_be_focused()


def test_back_and_another_language_lose_no_answer(page, mother):
    begin(page, mother)
    fill(page, mother)
    send(page)
    page.go_back()
    page.wait_for_url(f"**{PAGE}")
    expect(page.locator(ORDER)).to_have_value("1")
    page.locator(".site-header .drop summary").first.click()
    page.locator(".language-switch button[value=ru]").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    assert page.url.endswith(PAGE)
    expect(page.locator(ORDER)).to_have_value("1")


def test_without_a_connection_nothing_typed_is_lost(browser, live_server, mother):
    # In a tab of its own: htmx writes the failed request to the console, which `page` would not let pass
    page = browser.new_page(base_url=live_server.url)
    begin(page, mother)
    fill(page, mother)
    page.context.set_offline(True)
    page.locator(".questions .actions .btn-primary").click()
    expect(page.locator("#no-connection")).to_be_focused()
    page.context.set_offline(False)
    expect(page.locator(ORDER)).to_have_value("1")
    send(page)
    assert not page.url.endswith(PAGE)
    page.context.close()


def test_erased_answers_do_not_come_back(page, mother):
    begin(page, mother)
    fill(page, mother)
    send(page)
    page.locator(".check__keeping button").click()
    page.wait_for_url(lambda url: url.endswith("/"))
    page.go_back()
    page.wait_for_load_state()
    expect(page.locator(f"{ORDER}[value='1']")).to_have_count(0)
    assert page.evaluate("[localStorage.length, sessionStorage.getItem('htmx-history-cache') || '']")[1] in ("", "[]")


def test_the_paper_can_be_saved(page, mother):
    begin(page, mother)
    walk(page, mother)
    to_the_result(page)
    with page.expect_download() as saved:
        page.locator("a[href$='/result.pdf']").click()
    assert saved.value.suggested_filename.endswith(".pdf")


def to_the_months(page, answers):
    begin(page, answers)
    walk(page, answers)
    to_the_result(page)
    page.locator(".result__ways a[href$='/months/']").click()
    page.wait_for_url("**/check/*/months/")


@by_everybody
def test_the_months_to_come(page, visited, mother):
    to_the_months(page, mother)
    visited()
    assert page.locator(".life__lines .life__span").count() >= 1
    assert page.locator("table tbody tr").count() > 2
    with page.expect_download() as saved:
        page.locator("a[href$='/months.ics']").click()
    assert saved.value.suggested_filename.endswith(".ics")


@pytest.mark.parametrize("javascript", [False])
@pytest.mark.parametrize("size", ["phone"])
def test_the_months_to_come_without_javascript(page, mother):
    to_the_months(page, mother)
    assert page.locator(".moments li").count() > 1
    page.locator(".actions a[href$='/result/']").click()
    page.wait_for_url("**/check/*/result/")
