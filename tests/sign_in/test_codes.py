import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from socialcode.accounts.models import Role, RoleGrant, User
from socialcode.audit.models import Event
from socialcode.notices import telling
from socialcode.notices.models import Delivery, Notice
from socialcode.sign_in.models import CodeRequest
from tests.factories import people
from tests.factories.accounts import code_now, give_second_factor

pytestmark = pytest.mark.django_db
START, CODE, AGAIN = "/sign-in/", "/sign-in/code/", "/sign-in/code/again/"
WRONG = "000000"


@pytest.fixture
def visitor():
    client = Client()
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def person():
    return people.make_person(email="aigul@example.org")


def ask(client, iin, address=START):
    return client.post(address, {"iin": iin})


def sms():
    """The code of the newest SMS."""
    text = Delivery.objects.filter(channel="sms").latest("pk").text
    return re.search(r"\b[0-9]{6}\b", text).group()


def main_of(answer):
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode().partition("<main")[2])


def test_a_person_of_the_register_gets_an_account_with_the_first_sign_in(visitor, person):
    assert ask(visitor, f" {person.iin[:6]} {person.iin[6:]} ").headers["Location"] == CODE
    assert not User.objects.exists()
    assert visitor.post(CODE, {"code": sms()}).headers["Location"] == "/"
    user = User.objects.get()
    assert (user.iin, user.full_name, user.language) == (person.iin, person.full_name, person.language)
    assert visitor.session["_auth_user_id"] == str(user.pk)
    assert [event.kind for event in Event.objects.about(user)] == ["account_made", "signed_in"]
    assert [event.kind for event in Event.objects.about(person)] == ["sign_in_code_sent"]


def test_a_long_address_to_go_on_to_is_not_kept(visitor, person):
    for address, goes_on in (("/" + "x" * 500, "/"), ("/claims/", "/claims/")):
        assert ask(visitor, person.iin, f"{START}?next={address}").headers["Location"] == CODE
        assert visitor.post(CODE, {"code": sms()}).headers["Location"] == goes_on
        visitor.post("/accounts/logout/")


def test_the_second_time_it_is_the_same_account(visitor, person):
    for client in (visitor, Client()):
        ask(client, person.iin)
        client.post(CODE, {"code": sms()})
    assert User.objects.count() == 1


def test_one_comes_back_to_the_page_one_wanted_and_to_no_other_site(visitor, person):
    ask(visitor, person.iin, f"{START}?next=/law/")
    assert visitor.post(CODE, {"code": sms()}).headers["Location"] == "/law/"
    stranger = Client()
    ask(stranger, person.iin, f"{START}?next=https://evil.example/")
    assert stranger.post(CODE, {"code": sms()}).headers["Location"] == "/"


def test_only_the_sms_holds_the_code(visitor, person):
    ask(visitor, person.iin)
    code = sms()
    notice = Notice.objects.get(to=person, kind="sign_in_code")
    page = visitor.get(CODE).content.decode()
    assert [delivery.channel for delivery in notice.deliveries.all()] == ["sms"]
    assert not [text for text in (notice.subject, notice.text, page) if code in text]


@pytest.mark.parametrize("who", ["unknown", "dead", "without a phone"])
def test_the_answers_do_not_say_whether_the_register_knows_an_iin(visitor, person, who):
    other = {
        "unknown": people.make_iin,
        "dead": lambda: people.make_person(died_on=datetime.date(2026, 1, 1)).iin,
        "without a phone": lambda: people.make_person(phone="").iin,
    }[who]()
    stranger = Client()
    stranger.cookies["django_language"] = "en"
    for address, entry in ((START, None), (CODE, {}), (AGAIN, {}), (CODE, {"code": WRONG}), (CODE, {"code": ""})):
        answers = [
            client.post(address, {"iin": iin} if entry is None else entry)
            for client, iin in ((visitor, person.iin), (stranger, other))
        ]
        assert answers[0].status_code == answers[1].status_code
        assert answers[0].headers.get("Location") == answers[1].headers.get("Location")
        assert main_of(answers[0]) == main_of(answers[1])
    assert Delivery.objects.filter(channel="sms").count() == 2
    assert set(CodeRequest.objects.values_list("iin", flat=True)) == {person.iin, other}


def test_what_cannot_be_an_iin_is_refused_with_a_sentence_and_kept(visitor):
    answer = ask(visitor, "900115400120")
    assert answer.status_code == 400
    assert "one of the digits is wrong" in answer.content.decode()
    assert 'value="900115400120"' in answer.content.decode()
    assert not CodeRequest.objects.exists()


def test_after_three_wrong_codes_the_right_one_is_no_longer_good(visitor, person):
    ask(visitor, person.iin)
    statuses = [visitor.post(CODE, {"code": WRONG}).status_code for _try in range(3)]
    assert statuses == [400, 400, 302]
    assert "too many times" in visitor.get(START).content.decode()
    assert visitor.post(CODE, {"code": sms()}).headers["Location"] == START
    assert "_auth_user_id" not in visitor.session


def test_tries_count_in_the_database_whatever_the_session_says(visitor, person):
    ask(visitor, person.iin)
    CodeRequest.objects.update(tries=3)
    assert visitor.post(CODE, {"code": sms()}).status_code == 400
    assert "_auth_user_id" not in visitor.session


def test_a_code_is_used_once(visitor, person):
    ask(visitor, person.iin)
    asked = CodeRequest.objects.all()
    assert asked.use()
    assert not asked.use()
    assert visitor.post(CODE, {"code": sms()}).status_code == 400


def test_a_code_is_good_for_three_minutes(visitor, person, settings):
    ask(visitor, person.iin)
    session = visitor.session
    session["account_login"]["state"]["stages"]["login_by_code"]["data"]["at"] -= 181
    session.save()
    answer = visitor.post(CODE, {"code": sms()}, follow=True)
    assert "no longer good" in answer.content.decode()
    assert "_auth_user_id" not in visitor.session


def test_a_code_is_sent_again_twice_and_the_one_before_is_void(visitor, person):
    ask(visitor, person.iin)
    first = sms()
    for _time in range(2):
        assert "A new code is on its way" in visitor.post(AGAIN, follow=True).content.decode()
    assert "three times" in visitor.post(AGAIN, follow=True).content.decode()
    assert Delivery.objects.filter(channel="sms").count() == 3
    if first != sms():
        assert visitor.post(CODE, {"code": first}).status_code == 400
    assert visitor.post(CODE, {"code": sms()}).headers["Location"] == "/"


def test_one_iin_gets_five_codes_an_hour(visitor, person, settings):
    for _time in range(settings.CODES_AN_HOUR_FOR_ONE_IIN):
        ask(Client(), person.iin)
    answer = ask(visitor, person.iin)
    assert answer.status_code == 429
    assert "Try again in an hour" in answer.content.decode()
    CodeRequest.objects.update(at=timezone.now() - datetime.timedelta(minutes=61))
    assert ask(visitor, person.iin).headers["Location"] == CODE
    assert CodeRequest.objects.count() == 1


def test_one_place_gets_only_so_many_codes_for_all_iins(visitor, settings):
    settings.CODES_AN_HOUR_FROM_ONE_PLACE = 3
    for _time in range(3):
        assert ask(visitor, people.make_iin()).status_code == 302
    assert ask(visitor, people.make_iin()).status_code == 429
    assert ask(Client(REMOTE_ADDR="192.0.2.7"), people.make_iin()).status_code == 302


def test_a_citizen_who_is_staff_too_shows_the_second_factor(visitor, person):
    user = people.make_account(person)
    RoleGrant.objects.create(user=user, role=Role.AUDITOR)
    give_second_factor(user)
    ask(visitor, person.iin)
    second_step = visitor.post(CODE, {"code": sms()}).headers["Location"]
    assert second_step == "/accounts/second-factor/"
    assert "_auth_user_id" not in visitor.session
    visitor.post(second_step, {"code": code_now()})
    assert visitor.get("/accounts/security/").status_code == 200


def test_a_closed_account_stays_closed(visitor, person):
    user = people.make_account(person)
    user.is_active = False
    user.save()
    ask(visitor, person.iin)
    visitor.post(CODE, {"code": sms()})
    assert "_auth_user_id" not in visitor.session


def test_without_a_request_there_is_no_page_for_a_code(visitor):
    assert visitor.get(CODE).headers["Location"] == START
    assert visitor.post(AGAIN).headers["Location"] == START
    assert visitor.get(AGAIN).status_code == 405


def test_the_pages_read_little(visitor, person, django_assert_num_queries):
    with django_assert_num_queries(0):
        visitor.get(START)
    ask(visitor, person.iin)
    with django_assert_num_queries(1):  # the session
        visitor.get(CODE)


def signed_in_shows(visitor, person):
    ask(visitor, person.iin)
    return visitor.post(CODE, {"code": sms()}, follow=True).content.decode()


def test_who_signs_in_is_asked_how_we_write_until_they_have_chosen(visitor, person):
    assert 'href="/notices/how/"' in signed_in_shows(visitor, person)
    telling.choose(person=person, language="ru", way="both", by=User.objects.get())
    visitor.post("/accounts/logout/")
    assert 'href="/notices/how/"' not in signed_in_shows(visitor, person)
