"""Notices, letters and the demo phones in a real browser."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from socialcode.notices import delivery, letters
from socialcode.notices.actions import queue_notice
from socialcode.notices.models import InboxMessage, Notice
from tests.browser.visitors import by_everybody
from tests.factories import people


@pytest.fixture
def person(live_server):
    return people.make_person()


@pytest.fixture
def letter(person):
    told = Notice.objects.create(
        to=person,
        kind="decision_refuse",
        language="kk",
        subject="№ 2026-0000001 өтініш бойынша бас тартылды",
        text="Себебі.",
    )
    return letters.issue(told, office=people.make_office(), number="2026-0000001", text="Себебі.")


@pytest.fixture
def box(person):
    question = person.access_questions.create(event_key="1", text="Why?")
    queue_notice("access_question_answered", to=person, about=question)
    delivery.deliver_due()
    return InboxMessage.objects.get()


@pytest.fixture
def tab(page, person, enter):
    """The person's own tab."""
    enter(people.make_account(person))
    return page


@by_everybody
def test_every_page_shuts_nobody_out(tab, visited, letter, box):
    for address in (
        "/notices/",
        f"/notices/{letter.notice.key}/",
        "/verify/",
        f"/verify/{letter.code}/",
        "/verify/ABCD-EFGH-JKLM-NPQR/",
        "/inbox/",
        f"/inbox/{box.pk}/",
    ):
        tab.goto(address)
        visited()


@pytest.mark.parametrize("size", ["phone"])
@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("language", ["en"])
def test_a_letter_is_read_saved_and_checked_by_somebody_else(tab, letter, tmp_path):
    tab.goto("/")
    tab.locator(".menu summary").click()
    tab.get_by_role("link", name="Notices 1").click()
    tab.get_by_role("link", name=letter.notice.subject).click()
    with tab.expect_download() as saved:
        tab.get_by_role("link", name="Decision to refuse (PDF)").click()
    saved.value.save_as(tmp_path / "letter.pdf")
    tab.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)

    tab.goto("/verify/")
    tab.get_by_label("Code of the letter").fill(letter.code.lower().replace("-", " "))
    tab.get_by_role("button", name="Check", exact=True).click()
    assert tab.get_by_role("heading", level=1).inner_text() == "This letter is genuine"
    tab.get_by_label("The PDF that you have").set_input_files(tmp_path / "letter.pdf")
    tab.get_by_role("button", name="Compare").click()
    expect(tab.get_by_text("The file is exactly the letter that was issued.")).to_be_visible()


@pytest.mark.parametrize("size", ["phone"])
@pytest.mark.parametrize("language", ["en"])
def test_a_demo_phone_answers_and_new_messages_come_by_themselves(page, box):
    page.goto("/inbox/")
    page.get_by_role("link", name=box.address).click()
    page.get_by_label("Answer").fill("Thank you")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Thank you")).to_be_visible()
    InboxMessage.objects.create(channel="sms", address=box.address, text="A new one", gateway_key="new")
    page.get_by_text("A new one").wait_for()
