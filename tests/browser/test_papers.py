"""Papers in a real browser: added by a citizen, prepared meanwhile, and looked at page by page."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from socialcode.accounts.models import Role, User
from socialcode.cases import looking
from socialcode.cases.models import Evidence
from tests.browser.visitors import by_everybody
from tests.cases import papers
from tests.documents import hostile
from tests.factories import people
from tests.factories.accounts import sign_in


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.EVIDENCE_FOLDER = tmp_path


@pytest.fixture
def add(citizen):
    """Papers are added to a claim and looked at: `add(claim, name=data)`; the last underscore is the dot."""

    def added(claim, **files):
        sent = [SimpleUploadedFile(".".join(name.rsplit("_", 1)), data) for name, data in files.items()]
        answer = sign_in(Client(), citizen).post(reverse("cases:papers", args=[claim.key]), {"papers": sent})
        assert answer.status_code == 302

    return added


def prepare():
    while looking.draw_next():
        pass


@by_everybody
def test_papers_shut_nobody_out(page, visited, enter, add, submitted):
    files = {"statement_pdf": hostile.many_pages(3), "bad_pdf": papers.pdf(papers.script)}
    add(submitted, **files)
    prepare()
    add(submitted, waits_jpg=papers.picture())
    statement = Evidence.objects.first().document
    enter(User.objects.get(iin=submitted.person.iin))
    for address in ("papers/", f"papers/{statement.key}/?picture=2&zoom=200&turn=90"):
        page.goto(f"/claims/{submitted.key}/{address}")
        visited()
    enter(people.make_staff(Role.AUDITOR))
    page.goto(f"/work/{submitted.key}/papers/{statement.key}/?picture=2&zoom=150")
    visited()


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("language", ["en"])
def test_a_chosen_photograph_is_kept_and_becomes_readable(page, enter, draft, citizen, javascript):
    enter(citizen)
    steps = reverse("cases:papers", args=[draft.key])
    page.goto(steps)
    page.get_by_label("Add photographs or PDF files").set_input_files(
        {"name": "statement.pdf", "mimeType": "application/pdf", "buffer": hostile.many_pages(3)}
    )
    page.get_by_role("button", name="Continue").click()
    expect(page).not_to_have_url(re.compile(f"{steps}$"))
    page.goto(steps)
    expect(page.get_by_text("Being checked and prepared for reading")).to_be_visible()
    prepare()
    if not javascript:
        page.get_by_role("link", name="See whether the papers are ready").click()
    page.get_by_role("link", name="statement.pdf").click()
    expect(page.get_by_role("img", name="Page 1 of 3")).to_be_visible()
    page.get_by_role("link", name="Next page").click()
    expect(page.get_by_role("img", name="Page 2 of 3")).to_be_visible()


@pytest.mark.parametrize("language", ["en"])
def test_an_officer_turns_pages_with_keys(page, enter, add, submitted, officer):
    add(submitted, statement_pdf=hostile.many_pages(3))
    prepare()
    enter(officer)
    page.goto(reverse("work:paper", args=[submitted.key, Evidence.objects.get().document.key]))
    for key in ("j", "j", "+", "+", "r", "k"):
        before = page.url
        page.keyboard.press(key)
        expect(page).not_to_have_url(before)
    expect(page).to_have_url(re.compile("picture=2&zoom=150&turn=90"))
    expect(page.get_by_role("img", name="Page 2 of 3")).to_be_visible()


@pytest.mark.parametrize("language", ["en"])
def test_a_chosen_photograph_is_shown_before_it_is_sent(page, enter, draft, citizen):
    enter(citizen)
    page.goto(reverse("cases:papers", args=[draft.key]))
    page.get_by_label("Add photographs or PDF files").set_input_files(
        [
            {"name": "letter.jpg", "mimeType": "image/jpeg", "buffer": papers.picture()},
            {"name": "statement.pdf", "mimeType": "application/pdf", "buffer": hostile.many_pages(3)},
        ]
    )
    expect(page.get_by_role("img", name="letter.jpg")).to_be_visible()
    expect(page.locator("#chosen-papers").get_by_text("statement.pdf")).to_be_visible()
