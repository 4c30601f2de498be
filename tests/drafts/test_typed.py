"""What somebody typed comes back to them alone, and is never sent by itself."""

import datetime
import html
import json
import re
import time
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from socialcode.accounts import newcomers, sessions
from socialcode.drafts import keeping, marks
from socialcode.drafts.models import Draft
from socialcode.notices.models import Notice
from socialcode.operating.retention import erase_what_is_over
from tests.factories import people
from tests.factories.accounts import sign_in

pytestmark = pytest.mark.django_db
TEXT = "My son’s certificate <b>was</b> lost & found again."


@pytest.fixture
def page(submitted):
    """Where the mother writes to the office."""
    return reverse("cases:message", args=[submitted.key])


@pytest.fixture
def writer(citizen):
    return sign_in(Client(), citizen)


def shown(browser, address):
    """The text of the page, unescaped as a reader has it."""
    return html.unescape(browser.get(address).content.decode())


def mark_of(browser, address):
    return re.search(r'name="typed-at" value="([^"]+)"', browser.get(address).content.decode())[1]


def end_session(browser):
    session = browser.session
    session[sessions.SEEN] = time.time() - 24 * 3600
    session.save()


def test_a_message_is_kept_offered_again_and_gone_once_sent(writer, page):
    mark = mark_of(writer, page)
    told = writer.post("/drafts/keep/", {"text": TEXT, "typed-at": mark}, headers={"X-Requested-With": "fetch"})
    assert "not sent" in told.content.decode()
    assert TEXT in shown(writer, page)
    assert "This is what you typed on" in shown(writer, page)
    sent = Notice.objects.count()
    writer.post(page, {"text": TEXT, "typed-at": mark})
    assert Notice.objects.count() >= sent
    assert not Draft.objects.exists()
    assert TEXT not in shown(writer, page)


def test_without_a_script_a_button_keeps_and_another_throws_away(writer, page):
    mark = mark_of(writer, page)
    assert 'formaction="/drafts/keep/"' in shown(writer, page)
    assert writer.post("/drafts/keep/", {"text": TEXT, "typed-at": mark}).url == page
    assert 'formaction="/drafts/discard/"' in shown(writer, page)
    writer.post("/drafts/discard/", {"typed-at": mark})
    assert not Draft.objects.exists()


def test_what_was_refused_by_leading_away_is_kept(writer, submitted, citizen, page):
    answering = reverse("cases:answer", args=[submitted.key])
    sent = {"text": TEXT, "typed-at": marks.written(citizen.pk, answering, "#0")}
    answer = writer.post(answering, sent)
    assert answer.status_code == 302
    assert Draft.objects.get().fields == [["text", TEXT]]
    assert "does not wait for this any more" in shown(writer, answer.url)


def test_a_page_of_who_sat_here_before_touches_no_draft(writer, page, father):
    mark = mark_of(writer, page)
    writer.post("/drafts/keep/", {"text": TEXT, "typed-at": mark})
    other = sign_in(Client(), people.make_account(father))
    for address in ("/accounts/login/", "/work/", "/me/", page):
        other.post(address, {"text": "planted", "typed-at": mark})
    assert other.post("/", {"event": "birth", "typed-at": mark}).status_code == 302
    assert Draft.objects.get().fields == [["text", TEXT]]


def test_a_mark_is_good_for_half_a_day(writer, page, monkeypatch):
    mark = mark_of(writer, page)
    monkeypatch.setattr(marks, "AGE", -1)
    assert writer.post("/drafts/keep/", {"text": TEXT, "typed-at": mark}).status_code == 400


def test_nobody_else_gets_a_draft_or_writes_one(writer, page, father, officer):
    mark = mark_of(writer, page)
    writer.post("/drafts/keep/", {"text": TEXT, "typed-at": mark})
    other = sign_in(Client(), people.make_account(father))
    assert other.post("/drafts/keep/", {"text": "planted", "typed-at": mark}).status_code == 400
    assert other.post("/drafts/discard/", {"typed-at": mark}).status_code == 400
    assert other.post("/drafts/keep/", {"text": "planted", "typed-at": mark + "x"}).status_code == 400
    assert Draft.objects.get().fields == [["text", TEXT]]


def test_what_met_the_sign_in_is_there_after_it(writer, page, citizen):
    mark = mark_of(writer, page)
    end_session(writer)
    answer = writer.post(page, {"text": TEXT, "typed-at": mark})
    assert answer.url == f"/sign-in/?next={page.replace('/', '%2F')}"
    assert "it is kept" in shown(writer, answer.url)
    sign_in(writer, citizen)
    assert TEXT in shown(writer, page)


def test_it_is_there_for_that_person_only(writer, page, father):
    mark = mark_of(writer, page)
    end_session(writer)
    writer.post(page, {"text": TEXT, "typed-at": mark})
    stranger = people.make_account(father)
    sign_in(writer, stranger)
    assert Draft.objects.get().user != stranger
    assert not keeping.Draft.objects.of(stranger.pk).exists()


def test_a_form_of_before_signing_in_again_leads_back_to_it(page, citizen):
    browser = sign_in(Client(enforce_csrf_checks=True), citizen)
    stale = {"text": TEXT, "typed-at": mark_of(browser, page), "csrfmiddlewaretoken": "x" * 64}
    answer = browser.post(page, stale)
    assert answer.url == page
    assert TEXT in shown(browser, page)
    forged = {"text": "planted", "typed-at": marks.written(citizen.pk + 1, page, "#0"), "csrfmiddlewaretoken": "x" * 64}
    assert browser.post(page, forged).status_code == 403
    assert browser.post(page, {"text": "planted", "csrfmiddlewaretoken": "x" * 64}).status_code == 403
    assert Draft.objects.get().fields == [["text", TEXT]]


@pytest.mark.parametrize(
    "switch", [("/i18n/setlang/", {"language": "ru"}), ("/theme/", {"theme": "dark"})], ids=["language", "theme"]
)
@pytest.mark.parametrize("has_script", [False, True])
def test_a_switch_keeps_what_is_typed(writer, page, switch, has_script):
    address, chosen = switch
    if has_script:
        typed = {"next": page, "typed": f'{{"#0": [["text", "{TEXT}"]]}}'}
    else:
        address, typed = f"{address}?next={page}", {"text": TEXT, "typed-at": mark_of(writer, page)}
    assert writer.post(address, typed | chosen).url == page
    assert TEXT in shown(writer, page)
    assert TEXT in shown(writer, page)  # also when it is loaded once more
    writer.get("/")
    assert TEXT not in shown(writer, page)
    assert not Draft.objects.exists()


def test_a_visitors_answers_outlive_a_switch(client):
    start = client.post("/", {"event": "birth"}, follow=True).request["PATH_INFO"]
    ticks = start.replace("questions/about-you", "situations")
    for address, name, value in ((start, "sex", "female"), (ticks, "true", "student_children")):
        switch = {"language": "en", name: [value], "typed-at": mark_of(client, address)}
        client.post(f"/i18n/setlang/?next={address}", switch)
        assert re.search(rf'name="{name}" value="{value}"[^>]* checked', shown(client, address))
        assert len(re.findall(r"<input[^>]* checked", shown(client, address))) == 1


BIG = "x" * (keeping.OF_A_VISITOR + 1)


@pytest.mark.parametrize(
    "sent",
    [
        lambda mark: {"event": BIG, "typed-at": mark},
        lambda mark: {BIG: "1", "typed-at": mark},
        lambda mark: {"typed": json.dumps({"#0": [["event", BIG]]})},
        lambda mark: {"typed": json.dumps({BIG: [["event", "birth"]]})},
        lambda mark: {"typed": json.dumps({"#0": [["event", "birth"]]}), "next": f"/?{BIG[:1000]}"},
    ],
    ids=["value", "name", "script", "form", "place"],
)
def test_a_switch_keeps_nothing_large_of_a_visitor(client, sent):
    mark = mark_of(client, "/")
    form = urlencode({"next": "/", "language": "en", **sent(mark)})
    assert client.post("/i18n/setlang/", form, content_type="application/x-www-form-urlencoded").status_code == 302
    assert keeping.SWITCHED not in client.session


def test_what_a_switch_keeps_of_visitors_is_counted_with_all_that_is_begun(client, monkeypatch):
    sent = {"language": "en", "event": "birth", "typed-at": mark_of(client, "/")}
    monkeypatch.setattr(newcomers, "AN_HOUR", 1)
    client.post("/i18n/setlang/?next=/", sent)
    assert keeping.SWITCHED in client.session
    another = Client()
    assert another.post("/i18n/setlang/?next=/", sent).url == "/"
    assert keeping.SWITCHED not in another.session


def test_a_draft_ends_with_its_term(writer, page):
    writer.post("/drafts/keep/", {"text": TEXT, "typed-at": mark_of(writer, page)})
    Draft.objects.update(kept_at=timezone.now() - datetime.timedelta(days=30))
    assert TEXT not in shown(writer, page)
    erase_what_is_over()
    assert not Draft.objects.exists()


def test_too_long_a_form_is_said_and_not_kept(writer, page):
    form, mark = "application/x-www-form-urlencoded", mark_of(writer, page)
    sent = urlencode({"x" * keeping.LARGEST: "1", "typed-at": mark})
    told = writer.post("/drafts/keep/", sent, content_type=form, headers={"X-Requested-With": "fetch"})
    assert "too long" in told.content.decode()
    assert not Draft.objects.exists()


@pytest.mark.parametrize("address", ["/accounts/login/", "/sign-in/"])
def test_no_secret_is_ever_kept(client, address):
    page = client.get(address).content.decode()
    assert "typed-at" not in page or 'name="iin"' in page
