"""A link to a result: opens what was answered elsewhere, for its term, only with its secret word."""

import datetime
import re

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from socialcode.check.links import erasing, sealing
from socialcode.check.links.sealing import MOST_LINKS
from socialcode.check.models import ResultLink
from tests.check.conftest import Visitor
from tests.check.families import INSURED_MOTHER
from tests.factories import people
from tests.factories.accounts import sign_in


@pytest.fixture
def elsewhere(visitor):
    """Another device, where nothing was answered."""
    return Visitor(Client())


def made(visitor) -> str:
    page = visitor.client.post(visitor.own("/check/link/"))
    return re.search(r'id="link" readonly value="http://testserver([^"]+)"', page.content.decode())[1]


def shown(visitor):
    return {benefit.provision.name for benefit in visitor.page.context["outcome"].entitled}


def press(visitor, link):
    visitor.page = visitor.client.post(link, follow=True)
    return visitor


def test_the_same_result_opens_on_another_device(visitor, elsewhere):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    rights = shown(visitor)
    assert shown(press(elsewhere, made(visitor))) == rights


def test_looking_at_a_link_opens_nothing(visitor, elsewhere):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    page = elsewhere.go(made(visitor)).page
    assert page.status_code == 200
    assert settings.SESSION_COOKIE_NAME not in elsewhere.client.cookies


def test_what_is_changed_there_changes_nothing_here(visitor, elsewhere):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    link, here = made(visitor), visitor.checks
    press(elsewhere, link)
    elsewhere.client.post(elsewhere.address.replace("result", "add-child"))
    assert visitor.checks[-1] == here[0]
    assert len(visitor.checks[0]["children"]) == 2


def test_nobody_reads_the_answers_in_the_database(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    link = made(visitor)
    kept = ResultLink.objects.get()
    assert b"citizen" not in bytes(kept.sealed)
    assert kept.address not in link
    assert link.split("/")[-2] not in str(visitor.client.session.items())


@pytest.mark.parametrize("word", ["x", "0" * 32, "-_-", "a" * 5000])
def test_a_word_that_opens_nothing_says_what_to_do(visitor, word):
    page = visitor.client.get(f"/check/kept/{word}/")
    assert page.status_code == 404
    assert "check/links/over.html" in {template.name for template in page.templates}


def test_after_its_term_it_opens_nothing_and_is_erased(visitor, elsewhere):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    link = made(visitor)
    over = timezone.now() - datetime.timedelta(days=30, minutes=1)
    ResultLink.objects.update(made_at=over)
    assert elsewhere.go(link).page.status_code == 404
    assert erasing.links(timezone.now() - datetime.timedelta(days=30), 10) == 1
    assert not ResultLink.objects.exists()


def test_it_is_erased_when_somebody_says_so(visitor, elsewhere):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    link = made(visitor)
    elsewhere.client.post(f"{link}erase/")
    assert elsewhere.go(link).page.status_code == 404


def test_erasing_all_answers_erases_what_links_made_here_lead_to(visitor, elsewhere):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    link = made(visitor)
    visitor.client.post("/check/erase/")
    assert elsewhere.go(link).page.status_code == 404


def test_links_of_one_session_have_an_end(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    first = made(visitor)
    for _link in range(MOST_LINKS):
        made(visitor)
    assert ResultLink.objects.count() == MOST_LINKS
    assert visitor.client.get(first).status_code == 404


def test_a_result_made_signed_in_opens_for_the_same_person_only(visitor, elsewhere, mother):
    account = people.make_account(mother)
    sign_in(visitor.client, account)
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    link = made(visitor)
    assert not elsewhere.go(link).page.context["may_open"]
    press(elsewhere, link)
    assert settings.SESSION_COOKIE_NAME not in elsewhere.client.cookies
    sign_in(elsewhere.client, people.make_account(people.make_person(datetime.date(1990, 3, 4))))
    assert not elsewhere.go(link).page.context["may_open"]
    again = Visitor(Client())
    sign_in(again.client, account)
    assert shown(press(again, link)) == shown(visitor)


def test_an_earlier_release_kept_it_otherwise(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    word = made(visitor).split("/")[-2]
    ResultLink.objects.update(sealed=sealing.sealed(word, {"event": "gone"}))
    assert sealing.open_with(word) is None
