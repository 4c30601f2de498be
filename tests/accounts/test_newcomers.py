"""Nobody fills the portal with visits that never were: so many begin from one place an hour, each of bounded size."""

import json
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from socialcode.accounts import newcomers
from socialcode.accounts.models import NewSessions
from socialcode.accounts.places import place_of
from socialcode.check import keeping
from socialcode.check.models import Check
from tests.factories import people
from tests.factories.accounts import sign_in

HERE, ELSEWHERE = "192.0.2.1", "203.0.113.7"
BEGIN_CHECK = ("/", {"event": "birth", "day": ""})
BEGIN_CLAIM = ("/claims/begin/", {"provision": "birth_grant", "answers": json.dumps({"city": "x" * 19_000})})


@pytest.fixture(autouse=True)
def _after_three_in_english(monkeypatch, db):
    monkeypatch.setattr(newcomers, "AN_HOUR", 3)


def stranger(**headers):
    client = Client(**headers)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


def begins(page, visitor=None, place=HERE):
    address, data = page
    return (visitor or stranger()).post(address, data, REMOTE_ADDR=place)


@pytest.mark.parametrize("page", [BEGIN_CHECK, BEGIN_CLAIM])
def test_only_so_many_begin_from_one_place_within_an_hour(page):
    assert [begins(page).status_code for _visitor in range(newcomers.AN_HOUR)] == [302] * newcomers.AN_HOUR
    rows, checks = Session.objects.count(), Check.objects.count()
    refused = begins(page)
    assert refused.status_code == 429
    assert "Too many people have begun from your network" in refused.content.decode()
    assert (Session.objects.count(), Check.objects.count()) == (rows, checks)
    assert begins(page, place=ELSEWHERE).status_code == 302
    NewSessions.objects.update(hour=timezone.now() - timedelta(hours=3))
    assert begins(page).status_code == 302
    assert NewSessions.objects.count() == 1, "older counts are forgotten"


def test_who_has_begun_goes_on_and_who_signed_in_begins():
    visitor, citizen = stranger(), stranger()
    for _page in range(newcomers.AN_HOUR + 1):
        assert begins(BEGIN_CHECK, visitor).status_code == 302
    NewSessions.objects.update(number=newcomers.AN_HOUR)
    assert begins(BEGIN_CHECK, visitor).status_code == 302
    sign_in(citizen, people.make_account(people.make_person()))
    assert begins(BEGIN_CHECK, citizen).status_code == 302


def test_a_cookie_of_ones_own_invention_is_no_session():
    for number in range(newcomers.AN_HOUR + 1):
        visitor = stranger()
        visitor.cookies[settings.SESSION_COOKIE_NAME] = f"{number}" * 32
        answer = begins(BEGIN_CHECK, visitor)
    assert answer.status_code == 429


def test_an_answer_without_end_is_not_kept():
    visitor = stranger()
    begins(BEGIN_CHECK, visitor)
    kept = Check.objects.get().content
    visit = keeping.load(visitor.session)
    visit.person.save("city", "x" * keeping.LONGEST)
    with pytest.raises(keeping.NotAllowedError):
        keeping.save(visitor.session, visit)
    assert Check.objects.get().content == kept


def test_what_somebody_wants_to_claim_is_short():
    visitor = stranger()
    begins(BEGIN_CLAIM, visitor)
    assert len(json.dumps(dict(visitor.session))) < 1000


def test_one_household_has_one_place_however_many_addresses_it_has():
    assert place_of("2001:db8:1:2:3::4") == place_of("2001:db8:1:2:ffff::9") != place_of("2001:db8:1:3::1")
