"""What was tried at the doors leaves a line with nothing of a person, and takes as much work for anybody."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import people
from tests.factories.accounts import PASSWORD, give_second_factor, make_user

pytestmark = pytest.mark.django_db
LOGIN, SECOND, START, CODE = "/accounts/login/", "/accounts/second-factor/", "/sign-in/", "/sign-in/code/"


@pytest.fixture
def lines(caplog):
    """What the doors said since it was last asked."""

    def since():
        said = [record.getMessage() for record in caplog.records if record.name == "socialcode.security"]
        caplog.clear()
        return said

    return since


def sign_in(client, email, password=PASSWORD):
    return client.post(LOGIN, {"username": email, "password": password})


def test_each_failed_attempt_of_staff_is_a_line(client, lines):
    user = make_user()
    give_second_factor(user)
    sign_in(client, user.email)
    client.post(SECOND, {"code": "000000"})
    assert lines() == ["a wrong second factor"]
    for _try in range(6):
        sign_in(Client(), user.email, "wrong")
    assert lines() == ["a wrong password"] * 4 + ["too many wrong passwords"] * 2
    client.get("/accounts/password/no-such-link/")
    assert lines() == ["a link for a password that is not good"]


def test_each_failed_attempt_of_citizens_is_a_line(client, lines, settings):
    settings.CODES_AN_HOUR_FOR_ONE_IIN = 1
    iin = people.make_iin()
    client.post(START, {"iin": iin})
    client.post(CODE, {"code": "000000"})
    Client().post(START, {"iin": iin})
    assert lines() == ["a wrong code of an SMS", "too many codes of SMS"]


class Counted(MD5PasswordHasher):
    made = 0

    def encode(self, password, salt):
        type(self).made += 1
        return super().encode(password, salt)


def work_of(email):
    """How often a password is hashed for a wrong one, and what is asked of the database, by kind."""
    Counted.made = 0
    with CaptureQueriesContext(connection) as queries:
        assert sign_in(Client(), email, "wrong").status_code == 200
    return Counted.made, [query["sql"].split()[0] for query in queries]


def test_a_wrong_password_takes_the_same_work_whoever_exists(settings):
    settings.PASSWORD_HASHERS = [f"{__name__}.Counted"]
    known, closed, without = make_user(), make_user("closed@example.org", is_active=False), make_user("no@example.org")
    without.set_unusable_password()
    without.save()
    done = work_of(known.email)
    assert done[0] == 1
    for email in (closed.email, without.email, "nobody@example.org"):
        assert work_of(email) == done, email
