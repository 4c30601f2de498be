"""What browsers are told: what they may load, what they may keep, and under which names."""

from http.cookies import SimpleCookie

import pytest
from django.test import Client

from tests.factories import people
from tests.factories.accounts import PASSWORD, make_user, sign_in

pytestmark = pytest.mark.django_db
NAMES = ("SESSION", "CSRF", "LANGUAGE", "THEME", "DEVICE", "MESSAGES")


@pytest.fixture
def over_https(settings):
    """The cookies as production has them."""
    for name in NAMES:
        setattr(settings, f"{name}_COOKIE_NAME", f"__Host-{name.lower()}")
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = settings.LANGUAGE_COOKIE_SECURE = True


@pytest.fixture
def visitor():
    return Client()


@pytest.mark.usefixtures("over_https")
def test_every_cookie_is_of_this_host_alone_and_no_script_reads_it(visitor):
    given, user = SimpleCookie(), make_user(language="ru")
    for answer in (
        visitor.get("/accounts/password/no-such-link/"),
        visitor.get("/accounts/login/"),
        visitor.post("/theme/", {"theme": "dark"}),
        visitor.post("/accounts/login/", {"username": user.email, "password": PASSWORD}),
        visitor.post("/i18n/setlang/", {"language": "kk"}),
    ):
        given.update({name: cookie for name, cookie in answer.cookies.items() if cookie.value})
    assert {f"__Host-{name.lower()}" for name in NAMES} == set(given)
    for cookie in given.values():
        assert cookie["secure"]
        assert cookie["httponly"]
        assert (cookie["path"], cookie["domain"], cookie["samesite"]) == ("/", "", "Lax")


def test_what_is_said_is_in_a_cookie_for_visitors_and_with_the_session_of_who_is_signed_in(visitor):
    visitor.cookies["django_language"] = "en"
    said = visitor.get("/accounts/password/no-such-link/")
    assert "no longer good" in visitor.get("/accounts/login/").content.decode()
    assert "messages" in said.cookies
    assert "sessionid" not in visitor.cookies
    sign_in(visitor, make_user())
    said = visitor.get("/accounts/password/no-such-link/")
    assert not said.cookies["messages"].value
    for is_shown in (True, False):
        assert ("no longer good" in visitor.get("/accounts/security/").content.decode()) == is_shown


@pytest.mark.parametrize("address", ["/me/", "/claims/", "/notices/", "/accounts/security/", "/law/"])
def test_no_browser_keeps_a_page_of_somebody_who_is_signed_in(client, address):
    sign_in(client, people.make_account(people.make_person()))
    assert "no-store" in client.get(address, follow=True).headers["Cache-Control"]


def test_pages_for_everybody_may_be_kept(client):
    assert "Cache-Control" not in client.get("/law/").headers


def test_signing_out_has_the_browser_forget_what_it_was_shown(client):
    sign_in(client, make_user())
    answer = client.post("/accounts/logout/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("address", ["/", "/static/css/tokens.css", "/static/no-such-file.css", "/no-such-page/"])
def test_no_answer_may_be_framed(client, address):
    answer = client.get(address)
    answer.close()  # a file that is sent
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_no_page_answers_a_method_it_does_not_know(client):
    assert [getattr(client, method)("/law/").status_code for method in ("trace", "put", "delete")] == [405] * 3


def test_the_way_to_https_has_the_policy_too(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    answer = client.get("/")
    assert answer.status_code == 301
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
