"""Guessing shuts out who guesses, and not whose name or number it is."""

import re

import pytest
from axes.models import AccessAttempt
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from socialcode.accounts import throttling
from socialcode.accounts.throttling import BETWEEN
from socialcode.notices.models import Delivery
from socialcode.sign_in.models import CodeRequest
from tests.factories import people
from tests.factories.accounts import PASSWORD, make_user

pytestmark = pytest.mark.django_db
LOGIN, START = "/accounts/login/", "/sign-in/"
ATTACKER, OWNER = "203.0.113.7", "198.51.100.20"


@pytest.fixture
def proxy(settings):
    """The portal behind a proxy that says where a visitor comes from."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1


def sign_in(client, email, password=PASSWORD, at=ATTACKER):
    return client.post(LOGIN, {"username": email, "password": password}, headers={"x-forwarded-for": at})


def ask(client, iin, at):
    return client.post(START, {"iin": iin}, headers={"x-forwarded-for": at}).status_code


def sms():
    return re.search(r"\b[0-9]{6}\b", Delivery.objects.filter(channel="sms").latest("pk").text).group()


def test_behind_a_proxy_nobody_locks_another_out(proxy):
    user = make_user()
    for _try in range(5):
        sign_in(Client(), user.email, "wrong")
    assert sign_in(Client(), user.email).status_code == 429
    assert sign_in(Client(), user.email, at=OWNER).status_code == 302


def test_trying_many_names_from_one_place_is_stopped_and_an_owner_beside_gets_in(proxy, settings):
    settings.WRONG_PASSWORDS_FROM_ONE_PLACE = 6
    owner, own = make_user(), Client()
    assert sign_in(own, owner.email).status_code == 302
    own.post("/accounts/logout/")
    answers = [sign_in(Client(), f"name{number}@example.org", "Spring2026!").status_code for number in range(10)]
    assert answers == [200] * 6 + [429] * 4
    assert sign_in(Client(), owner.email).status_code == 429
    assert sign_in(own, owner.email).status_code == 302


@pytest.mark.parametrize("name", ["a on {}", "{} on a@example.org", "a on {}@example.org"])
def test_a_name_that_speaks_of_a_device_is_a_strangers(proxy, settings, name):
    settings.WRONG_PASSWORDS_FROM_ONE_PLACE = 6
    for number in range(3):
        assert sign_in(Client(), name.format(number), "Spring2026!").status_code == 200
    assert not AccessAttempt.objects.exists(), "no password is tried for what is no email"
    for number in range(6):
        sign_in(Client(), f"name{number}@example.org", "Spring2026!")
    assert sign_in(Client(), name.format(7), "Spring2026!").status_code == 429


def test_who_is_tried_names_a_device_only_where_it_is_known(rf):
    assert BETWEEN not in throttling.who(rf.post(LOGIN, {"username": "a on 1@example.org"}))


def test_guessing_one_name_from_many_places_is_stopped_and_the_owners_device_gets_in(proxy, settings):
    settings.WRONG_PASSWORDS_FOR_ONE_NAME = 6
    owner, own = make_user(), Client()
    sign_in(own, owner.email, at=OWNER)
    own.post("/accounts/logout/")
    answers = [sign_in(Client(), owner.email, "wrong", at=f"203.0.113.{place}").status_code for place in range(10)]
    assert answers == [200] * 6 + [429] * 4
    assert sign_in(own, owner.email, at=OWNER).status_code == 302


def test_guessing_on_a_known_device_is_stopped_too(proxy):
    owner, own = make_user(), Client()
    sign_in(own, owner.email)
    own.post("/accounts/logout/")
    for _try in range(5):
        sign_in(own, owner.email, "wrong")
    assert sign_in(own, owner.email).status_code == 429


def test_a_made_up_device_is_a_strangers(proxy):
    owner = make_user()
    for _try in range(5):
        sign_in(Client(), owner.email, "wrong")
    forger = Client()
    forger.cookies["known_device"] = "WyJhIiwgW11d:1:forged"
    assert sign_in(forger, owner.email).status_code == 429


def test_strangers_do_not_use_up_the_codes_of_a_person(proxy):
    person = people.make_person()
    assert [ask(Client(), person.iin, ATTACKER) for _try in range(6)] == [302] * 5 + [429]
    assert ask(Client(), person.iin, OWNER) == 302


def test_the_own_device_gets_a_code_whatever_strangers_ask_for(proxy, settings):
    settings.CODES_AN_HOUR_BY_STRANGERS = 6
    person, own = people.make_person(), Client()
    ask(own, person.iin, OWNER)
    assert own.post(f"{START}code/", {"code": sms()}).status_code == 302
    own.post("/accounts/logout/")
    CodeRequest.objects.all().delete()
    answers = [ask(Client(), person.iin, f"203.0.113.{place}") for place in range(8)]
    assert answers == [302] * 6 + [429] * 2
    assert ask(own, person.iin, OWNER) == 302


def test_the_same_is_done_for_an_iin_nobody_has():
    done = []
    for iin in (people.make_person().iin, people.make_iin()):
        with CaptureQueriesContext(connection) as queries:
            ask(Client(), iin, OWNER)
        done.append([re.match(r'\w+( INTO "\w+")?', query["sql"]).group() for query in queries])
    kept, undone = ([kind for kind in kinds if kind not in ("SAVEPOINT", "RELEASE", "ROLLBACK")] for kinds in done)
    assert kept == undone
    assert CodeRequest.objects.count() == 2
    assert Delivery.objects.count() == 1
