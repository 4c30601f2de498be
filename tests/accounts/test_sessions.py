"""How long one stays signed in, in how many places, and who ends it."""

import datetime

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY as AUTHENTICATIONS
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from socialcode.accounts import sessions
from socialcode.audit.models import Event
from tests.factories import people
from tests.factories.accounts import PASSWORD, make_administrator, make_user, sign_in

pytestmark = pytest.mark.django_db
LOGIN, SECURITY, ELSEWHERE = "/accounts/login/", "/accounts/security/", "/accounts/security/elsewhere/"
MINUTE, HOUR = datetime.timedelta(minutes=1), datetime.timedelta(hours=1)


@pytest.fixture
def citizen():
    return people.make_account(people.make_person())


def entered(user, browser="Invented browser"):
    client = Client(headers={"user-agent": browser})
    client.cookies["django_language"] = "en"
    client.post(LOGIN, {"username": user.email, "password": PASSWORD})
    return client


def age(client, **changes):
    """Make a session older than it is."""
    session = client.session
    session.update({name: (timezone.now() - by).timestamp() for name, by in changes.items()})
    session.save()


@pytest.mark.parametrize(
    ("rested", "lasted", "stays"),
    [(59 * MINUTE, 2 * HOUR, True), (61 * MINUTE, 2 * HOUR, False), (MINUTE, 12 * HOUR + MINUTE, False)],
)
def test_citizens_are_signed_out_after_rest_and_after_half_a_day(client, citizen, rested, lasted, stays):
    sign_in(client, citizen)
    age(client, **{sessions.SEEN: rested, sessions.BEGAN: lasted})
    answer = client.get("/claims/?from=menu")
    assert ("_auth_user_id" in client.session) == stays
    if not stays:
        assert answer.headers["Location"] == "/sign-in/?next=/claims/%3Ffrom%3Dmenu"
        assert "your time was over" in client.get("/sign-in/").content.decode()


def test_a_change_of_the_session_does_not_begin_its_time_anew(client, citizen):
    sign_in(client, citizen)
    age(client, **{sessions.BEGAN: 11 * HOUR})
    began = client.session[sessions.BEGAN]
    client.post("/claims/begin/", {"provision": "birth_grant"})
    assert client.session[sessions.BEGAN] == began


def test_one_more_place_ends_the_oldest(client):
    user = make_user()
    places = [entered(user, f"Place {number}") for number in range(sessions.MOST_AT_ONCE + 1)]
    assert ["_auth_user_id" in place.session for place in places] == [False] + [True] * sessions.MOST_AT_ONCE
    assert UserSession.objects.filter(user=user).count() == sessions.MOST_AT_ONCE


def test_ending_other_sessions_asks_who_it_is_once_more(client):
    user = make_user()
    elsewhere, here = entered(user, "Phone of somebody"), entered(user)
    session = here.session
    session[AUTHENTICATIONS][0]["at"] -= sessions.FRESH + 1
    session.save()
    assert here.post(ELSEWHERE).headers["Location"] == f"{LOGIN}?next={SECURITY}"
    assert "Sign in once more" in here.get(LOGIN).content.decode()
    assert "_auth_user_id" in elsewhere.session
    here.post(LOGIN, {"username": user.email, "password": PASSWORD})
    assert here.post(ELSEWHERE).headers["Location"] == SECURITY
    assert "_auth_user_id" not in elsewhere.session
    assert "_auth_user_id" in here.session


def test_one_session_is_ended_and_nobody_elses(client):
    user, other = make_user(), make_user("other@example.org")
    places, stranger = [entered(user) for _place in range(3)], entered(other)
    rows = UserSession.objects.order_by("pk")
    for chosen in (rows.filter(user=user)[0].pk, rows.get(user=other).pk, "none", rows.filter(user=user)[2].pk):
        places[2].post(ELSEWHERE, {"session": chosen})
    assert ["_auth_user_id" in place.session for place in (*places, stranger)] == [False, True, True, True]


def test_an_administrator_signs_a_citizen_out_and_learns_nothing(client, citizen):
    phone = Client()
    sign_in(phone, citizen)
    UserSession.objects.create(user=citizen, session_key=phone.session.session_key, ip="192.0.2.7", user_agent="")
    administrator = make_administrator()
    sign_in(client, administrator)
    said = [
        client.post("/accounts/people/sign-out/", {"iin": iin}, follow=True).content.decode().count(sentence)
        for iin, sentence in (
            (citizen.iin, "is signed out everywhere"),
            (people.make_iin(), "is signed out everywhere"),
            ("900115400120", "one of the digits is wrong"),
        )
    ]
    assert said == [1, 1, 1]
    assert "_auth_user_id" not in phone.session
    assert [(event.kind, event.by_key) for event in Event.objects.about(citizen)] == [
        ("sessions_ended", str(administrator.pk))
    ]


def test_a_page_says_until_when_and_asking_is_no_sign_of_life(client, citizen):
    sign_in(client, citizen)
    age(client, **{sessions.SEEN: 57 * MINUTE, sessions.BEGAN: HOUR})
    left = client.get("/accounts/time-left/").json()
    assert 170 <= left["seconds"] <= 180
    assert left["at_most"] > 10 * 3600
    assert client.post("/accounts/time-left/").json()["seconds"] > 3500
    age(client, **{sessions.SEEN: 61 * MINUTE})
    assert client.get("/accounts/time-left/").status_code == 302


def test_nobody_stays_longer_than_the_longest(client, citizen):
    sign_in(client, citizen)
    age(client, **{sessions.BEGAN: 12 * HOUR - MINUTE})
    left = client.post("/accounts/time-left/").json()
    assert left["seconds"] == left["at_most"] <= 60


def test_the_line_is_for_who_is_signed_in(client, citizen):
    assert "You are signed in until" not in client.get("/").content.decode()
    assert "You are signed in until" in sign_in(client, citizen).get("/claims/").content.decode()
