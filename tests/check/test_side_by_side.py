"""Several checks, also in tabs: none is lost, none changes another."""

import datetime
import re
from functools import partial

import pytest
from django.conf import settings
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from socialcode.check.keeping import MOST_CHECKS
from socialcode.check.models import Check
from socialcode.check.tasks import clear_checks
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.threads import at_once

from .families import DISABLED_CHILD, INSURED_MOTHER, POOR_FAMILY_OF_FIVE_CHILDREN, child


def key_of(visitor):
    return re.match(r"/check/(\w{12})/", visitor.address)[1]


def test_the_first_result_stays_when_something_else_is_checked(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    first, shown = visitor.address, {benefit.provision.name for benefit in visitor.page.context["outcome"].entitled}
    visitor.begin("disability").walk(DISABLED_CHILD).result()
    assert visitor.address != first
    assert {benefit.provision.name for benefit in visitor.go(first).page.context["outcome"].entitled} == shown


def test_the_start_lists_the_checks_with_the_way_to_each(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    first = visitor.address
    visitor.begin("old_age")
    second = key_of(visitor)
    visitor.go("/")
    assert [visit.event for visit in visitor.page.context["checks"]] == ["old_age", "birth"]
    assert f'href="{first}"' in visitor.html
    assert f'href="/check/{second}/answers/"' in visitor.html


def test_the_same_again_is_gone_through_again_or_begun_anew_if_one_says_so(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER)
    key = key_of(visitor)
    assert key_of(visitor.begin("birth")) == key
    visitor.begin("birth", anew="on")
    assert key_of(visitor) != key
    assert visitor.checks[0]["person"]["given"] == {}
    assert visitor.checks[1]["person"]["given"]["legal_status"] == "citizen"


def test_each_tab_answers_its_own_check(visitor):
    visitor.begin_questions("birth", INSURED_MOTHER)
    first = visitor.page
    second = visitor.begin("birth", anew="on").page
    visitor.page = first
    visitor.send(child(order=2))
    visitor.page = second
    visitor.send(INSURED_MOTHER | {"sex": "male"})
    said = [(c["person"]["given"]["sex"], c["children"][0]["given"].get("birth_order")) for c in visitor.checks]
    assert said == [("male", None), ("female", "2")]


def test_every_address_of_a_page_is_of_the_same_check(visitor):
    visitor.begin_questions("birth", INSURED_MOTHER)
    visitor.begin("old_age")
    visitor.begin_questions("birth", INSURED_MOTHER)
    pages = [visitor.html]
    visitor.walk(INSURED_MOTHER)
    key = key_of(visitor)
    for page in ("answers", "result", "months", "what-if", "day", "situations"):
        pages.append(visitor.go(f"/check/{key}/{page}/").html)
        assert visitor.page.status_code == 200
    links = {link for page in pages for link in re.findall(r'(?:href|action|hx-get)="(/check/[^"]*)"', page)}
    assert {link for link in links if not link.startswith(f"/check/{key}/")} == {"/check/erase/"}


@pytest.mark.parametrize("page", ["answers/", "result/", "months/", "what-if/?preset=child", "questions/about-you/"])
def test_an_address_of_long_ago_leads_to_the_check_used_last(visitor, page):
    visitor.begin("old_age")
    visitor.begin("birth").walk(INSURED_MOTHER)
    answer = visitor.client.get(f"/check/{page}")
    assert answer.url == f"/check/{key_of(visitor)}/{page}"


def test_who_signs_in_again_finds_the_checks_begun_before_and_after_signing_in(visitor, mother):
    account = people.make_account(mother)
    visitor.begin("old_age")
    sign_in(visitor.client, account)
    visitor.begin("birth")
    here = visitor.address
    visitor.client.post("/accounts/logout/")
    assert visitor.go(here).place == "/"
    visitor.begin("work")
    sign_in(visitor.client, account)
    assert visitor.go(here).address == here
    visitor.go("/")
    assert [visit.event for visit in visitor.page.context["checks"]] == ["work", "birth", "old_age"]


def test_what_one_person_checked_is_nothing_of_who_signs_in_next(visitor, mother):
    sign_in(visitor.client, people.make_account(mother))
    visitor.begin("birth")
    here = visitor.address
    sign_in(visitor.client, people.make_account(people.make_person(datetime.date(1990, 3, 4))))
    assert visitor.go(here).place == "/"
    assert visitor.page.context["checks"] == []


def test_a_check_gone_on_with_after_signing_out_stands_beside_the_one_of_before(visitor):
    account = people.make_account(people.make_person(datetime.date(1990, 3, 4)))
    sign_in(visitor.client, account)
    visitor.begin_questions("birth", INSURED_MOTHER)
    page = visitor.page
    visitor.client.post("/accounts/logout/")
    visitor.page = page
    visitor.send(INSURED_MOTHER)
    kept = visitor.checks
    sign_in(visitor.client, account)
    visitor.go("/")
    assert len({visit.key for visit in visitor.page.context["checks"]}) == len(kept) == 2
    assert visitor.checks == kept


def test_nobody_opens_the_check_of_another_browser(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER)
    stranger = Client()
    stranger.post("/", {"event": "old_age"})
    for page in ("answers", "result", "result.pdf"):
        answer = stranger.get(f"/check/{key_of(visitor)}/{page}" + ("" if "." in page else "/"))
        assert (answer.status_code, answer.url) == (302, "/")
    stranger.post("/check/erase/", {"check": key_of(visitor)})
    assert len(visitor.checks) == 2


def test_a_check_is_erased_alone_or_all_are(visitor):
    visitor.begin("old_age")
    visitor.begin("birth")
    visitor.client.post("/check/erase/", {"check": key_of(visitor)})
    assert [check["event"] for check in visitor.checks] == ["old_age"]
    visitor.client.post("/check/erase/")
    assert visitor.checks == []


def test_what_was_used_longest_ago_makes_room(visitor):
    visitor.begin("old_age")
    for _ in range(MOST_CHECKS):
        visitor.begin("birth", anew="on")
    assert {check["event"] for check in visitor.checks} == {"birth"}
    assert len(visitor.checks) == MOST_CHECKS


def test_a_check_ends_with_its_time(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER)
    old = timezone.now() - datetime.timedelta(seconds=settings.SESSION_COOKIE_AGE + 1)
    Check.objects.update(used_at=old)
    assert visitor.go("/").page.context["checks"] == []
    assert visitor.go("/check/answers/").place == "/"
    visitor.begin("old_age")
    clear_checks()
    assert [check["event"] for check in visitor.checks] == ["old_age"]


def test_two_pages_sent_at_the_same_moment_are_both_kept(visitor, transactional_db):
    """The page of a second tab waits until the first is kept, and then adds to it."""
    visitor.begin_questions("birth", INSURED_MOTHER)
    key = key_of(visitor)
    told = {
        "about-you": {"asked": "legal_status", "legal_status": "citizen"},
        "about-the-child": {"asked": "1-birth_order", "1-birth_order-text": "3"},
        "about-the-family": {"asked": "award", "award": "none"},
    }

    def send(slug):
        tab = Client()
        tab.cookies = visitor.client.cookies
        return tab.post(f"/check/{key}/questions/{slug}/", told[slug] | {"event": "birth"}).status_code

    assert at_once(*(partial(send, slug) for slug in told), refusals=DatabaseError) == [302, 302, 302]
    [check] = visitor.checks
    assert check["person"]["given"]["legal_status"] == "citizen"
    assert check["children"][0]["given"]["birth_order"] == "3"
    assert {"about-you", "about-the-child"} <= {*check["pages"]}


def rights(visitor):
    return {benefit.provision.name for benefit in visitor.page.context["outcome"].entitled}


def test_what_happened_besides_is_counted_together_on_one_result(visitor):
    visitor.begin("birth").walk(POOR_FAMILY_OF_FIVE_CHILDREN).result()
    of_birth, here = rights(visitor), visitor.address
    visitor.page = visitor.client.post(here.replace("result", "add"), {"event": "family"}, follow=True)
    together = visitor.walk(POOR_FAMILY_OF_FIVE_CHILDREN).result()
    assert visitor.address == here
    assert of_birth < rights(visitor)
    assert "targeted_assistance" in rights(visitor)
    alone = visitor.begin("everything", anew="on").walk(POOR_FAMILY_OF_FIVE_CHILDREN).result()
    of_both = {taken.result.provision.name: taken.amount for taken in together.combination.payments}
    of_all = {taken.result.provision.name: taken.amount for taken in alone.combination.payments}
    assert of_both.items() <= of_all.items()


def test_a_check_of_several_events_names_them_all_and_offers_the_rest(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    add = visitor.address.replace("result", "add")
    assert 'value="birth"' not in visitor.go(add).html
    visitor.client.post(add, {"event": "work"})
    assert 'value="work"' not in visitor.go(add).html
    assert visitor.checks[0]["event"] == "birth+work"
    assert "A child is born, I have no work" in visitor.go("/").html
    visitor.client.post(add, {"event": "everything"})
    assert visitor.checks[0]["event"] == "everything"


@pytest.mark.parametrize("event", ["", "nothing", "birth+", "birth+nothing", "+"])
def test_something_unknown_adds_nothing(visitor, event):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    page = visitor.client.post(visitor.address.replace("result", "add"), {"event": event})
    assert page.status_code == 200
    assert visitor.checks[0]["event"] == "birth"
