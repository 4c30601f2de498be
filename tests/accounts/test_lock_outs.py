"""Guessing shuts out who guesses, and not whose name or number it is."""

import re

import pytest
from axes.models import AccessAttempt
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from socialcode.accounts import throttling
from socialcode.accounts.throttling import BETWEEN
from socialcode.notices.models import Delivery
from socialcode.sign_in.models import HOUR, CodeRequest
from socialcode.sign_in.policies import DIGITS
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


def ask(client, iin, at, number=""):
    return client.post(START, {"iin": iin, "number": number}, headers={"x-forwarded-for": at}).status_code


def sms(digits=6):
    """The code of the newest SMS, or the number at its end; empty where there is none."""
    found = re.search(rf"\b[0-9]{{{digits}}}\b", Delivery.objects.filter(channel="sms").latest("pk").text)
    return found.group() if found else ""


def come_back(own, person):
    """Sign in with the newest code, and leave."""
    assert own.post(f"{START}code/", {"code": sms()}).status_code == 302
    own.post("/accounts/logout/")


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
    settings.CODES_AN_HOUR_BY_OTHERS = 6
    person, own = people.make_person(), Client()
    ask(own, person.iin, OWNER)
    assert own.post(f"{START}code/", {"code": sms()}).status_code == 302
    own.post("/accounts/logout/")
    CodeRequest.objects.all().delete()
    answers = [ask(Client(), person.iin, f"203.0.113.{place}") for place in range(8)]
    assert answers == [302] * 6 + [429] * 2
    assert ask(own, person.iin, OWNER) == 302


@pytest.mark.parametrize("places", [[ATTACKER] * 5, [f"203.0.113.{place}" for place in range(20)]])
def test_whoever_holds_the_phone_gets_in_on_a_new_device_whatever_strangers_ask_for(proxy, settings, places):
    """From the attacker's own network too: the last code that goes out before others wait brings a number."""
    person, owner = people.make_person(), Client()
    for place in places[:-1]:
        assert ask(Client(), person.iin, place) == 302
        assert not sms(DIGITS)
    assert ask(Client(), person.iin, places[-1]) == 302
    number = sms(DIGITS)
    assert ask(owner, person.iin, places[0]) == 429
    assert ask(owner, person.iin, places[0], "12345678") == 429
    assert [ask(owner, person.iin, places[0], f"{number[:4]} {number[4:]}") for _try in range(6)] == [302] * 5 + [429]
    again = sms(DIGITS)
    assert again != number
    assert ask(owner, person.iin, places[0], again) == 302
    come_back(owner, person)


def test_the_page_asks_for_the_number_only_where_an_iin_has_to_wait(proxy, settings):
    settings.CODES_AN_HOUR_FOR_ONE_IIN, settings.CODES_AN_HOUR_FROM_ONE_PLACE = 1, 3
    visitor, iin = Client(), people.make_iin()
    headers = {"x-forwarded-for": OWNER}

    def shows(iin):
        return 'type="text" name="number"' in visitor.post(START, {"iin": iin}, headers=headers).content.decode()

    assert 'type="hidden" name="number"' in visitor.get(START).content.decode()
    assert [shows(iin), shows(iin)] == [False, True]
    assert [ask(Client(), people.make_iin(), OWNER) for _iin in range(2)] == [302] * 2
    assert not shows(people.make_iin())


def test_a_number_is_good_for_its_iin_and_an_hour(proxy, settings):
    settings.CODES_AN_HOUR_FOR_ONE_IIN = 1
    person, other = people.make_person(), people.make_person()
    assert [ask(Client(), one.iin, ATTACKER) for one in (other, person)] == [302, 302]
    number = sms(DIGITS)
    assert ask(Client(), other.iin, ATTACKER, number) == 429
    CodeRequest.objects.update(at=timezone.now() - 2 * HOUR)
    CodeRequest.objects.create(iin=person.iin, address=ATTACKER)
    assert ask(Client(), person.iin, ATTACKER, number) == 429


def test_who_signs_in_uses_up_nothing(proxy, settings):
    """Thousands share the address of a network of phones: their codes are used, an attacker's are not."""
    settings.CODES_AN_HOUR_FOR_ONE_IIN, settings.CODES_AN_HOUR_FROM_ONE_PLACE = 2, 2
    for _one in range(4):
        own, person = Client(), people.make_person()
        assert ask(own, person.iin, OWNER) == 302
        come_back(own, person)


def test_the_known_devices_of_one_person_have_a_bound_together(proxy, settings):
    """Whoever once had the phone may have made marks of as many devices as they liked."""
    settings.CODES_AN_HOUR_BY_OTHERS = 6
    person, devices = people.make_person(), [Client() for _device in range(3)]
    for own in devices:
        assert ask(own, person.iin, OWNER) == 302
        come_back(own, person)
    answers = [ask(own, person.iin, f"203.0.113.{place}") for own in devices for place in range(3)]
    assert answers == [302] * 6 + [429] * 3
    number = sms(DIGITS)
    assert ask(Client(), person.iin, ATTACKER) == 302, "others count apart"
    assert ask(devices[0], person.iin, OWNER, number) == 302


def test_a_devices_mark_that_is_carried_to_many_places_opens_no_more_tries(proxy, settings):
    settings.WRONG_PASSWORDS_FROM_ONE_PLACE, settings.WRONG_PASSWORDS_FOR_ONE_NAME = 6, 9
    owner, devices = make_user(), [Client() for _device in range(3)]
    for own in devices:
        assert sign_in(own, owner.email, at=OWNER).status_code == 302
        own.post("/accounts/logout/")
    carried, second, own = devices
    answers = [sign_in(carried, owner.email, "wrong", at=f"203.0.113.{place}").status_code for place in range(8)]
    assert answers == [200] * 6 + [429] * 2
    assert sign_in(own, owner.email, at=OWNER).status_code == 302, "another device of the owner does not wait"
    own.post("/accounts/logout/")
    answers = [sign_in(second, owner.email, "wrong", at=f"203.0.113.{place}").status_code for place in range(4)]
    assert answers == [200] * 3 + [429], "all marks of a name together"


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
