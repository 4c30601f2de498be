"""Notices, letters and the demo phones in a real browser."""

import pytest
from django.conf import settings
from django.test import Client

from socialcode.notices import delivery, letters
from socialcode.notices.actions import queue_notice
from socialcode.notices.models import InboxMessage, Notice
from tests.factories import people


@pytest.fixture
def person(live_server):
    return people.make_person()


@pytest.fixture
def letter(person):
    told = Notice.objects.create(
        to=person, kind="decision_refuse", language="kk", subject="2026-0000001 өтінішінен бас тартылды", text="Себебі."
    )
    return letters.issue(told, office=people.make_office(), number="2026-0000001", text="Себебі.")


@pytest.fixture
def box(person):
    question = person.access_questions.create(event_key="1", text="Why?")
    queue_notice("access_question_answered", to=person, about=question)
    delivery.deliver_due()
    return InboxMessage.objects.get()


@pytest.fixture
def signed_in(page, live_server, person):
    visitor = Client()
    visitor.force_login(people.make_account(person))
    session = visitor.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    return page


def sideways(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(("size", "scheme"), [("desktop", "light"), ("phone", "dark")])
@pytest.mark.usefixtures("language", "size")
def test_every_page_shuts_nobody_out(signed_in, axe, scheme, letter, box):
    signed_in.emulate_media(color_scheme=scheme)
    for address in (
        "/notices/",
        f"/notices/{letter.notice.key}/",
        "/verify/",
        f"/verify/{letter.code}/",
        "/verify/ABCD-EFGH-JKLM-NPQR/",
        "/inbox/",
        f"/inbox/{box.pk}/",
    ):
        signed_in.goto(address)
        assert sideways(signed_in) == 0, address
        axe(signed_in)


@pytest.mark.parametrize("size", ["phone"])
@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("language", ["en"])
@pytest.mark.usefixtures("language", "size", "javascript")
def test_a_letter_is_read_saved_and_checked_by_somebody_else(signed_in, letter, tmp_path):
    signed_in.goto("/")
    signed_in.get_by_role("link", name="Notices 1").click()
    signed_in.get_by_role("link", name=letter.notice.subject).click()
    with signed_in.expect_download() as saved:
        signed_in.get_by_role("link", name="Decision to refuse (PDF)").click()
    saved.value.save_as(tmp_path / "letter.pdf")
    signed_in.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)

    signed_in.goto("/verify/")
    signed_in.get_by_label("Code of the letter").fill(letter.code.lower().replace("-", " "))
    signed_in.get_by_role("button", name="Check", exact=True).click()
    assert signed_in.get_by_role("heading", level=1).inner_text() == "This letter is genuine"
    signed_in.get_by_label("The PDF that you have").set_input_files(tmp_path / "letter.pdf")
    signed_in.get_by_role("button", name="Compare").click()
    assert signed_in.get_by_text("The file is exactly the letter that was issued.").is_visible()


@pytest.mark.parametrize("size", ["phone"])
@pytest.mark.parametrize("language", ["en"])
@pytest.mark.usefixtures("language", "size")
def test_a_demo_phone_answers_and_new_messages_come_by_themselves(page, box):
    page.goto("/inbox/")
    page.get_by_role("link", name=box.address).click()
    page.get_by_label("Answer").fill("Thank you")
    page.get_by_role("button", name="Send").click()
    assert page.get_by_text("Thank you").is_visible()
    InboxMessage.objects.create(channel="sms", address=box.address, text="A new one", gateway_key="new")
    page.get_by_text("A new one").wait_for()
