"""Sign-in by OpenID Connect against a real provider."""

from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from playwright.sync_api import expect

from socialcode.accounts.models import User
from socialcode.audit.models import Event
from socialcode.running import environment
from tests.factories import people

from .conftest import DONE, PASSWORD
from .openid_provider import CLIENT

pytestmark = pytest.mark.process

START, LEAVE = "/sign-in/", "/sign-in/openid/"


@pytest.fixture
def visitor():
    client = Client()
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def person(db, provider):
    return people.make_person(iin=provider.iins["aigul"])


def go(client, provider, name, wanted=""):
    """Sign in at the provider and come back; returns the portal's answer."""
    leads_to = client.post(LEAVE, {"next": wanted}).headers["Location"]
    assert leads_to.startswith(provider.address)
    back = provider.sign_in(leads_to, name)
    assert back.startswith(f"http://testserver{DONE}"), back
    assert "code=" in back, back
    return client.get(back)


@pytest.mark.usefixtures("portal")
def test_the_provider_names_the_iin_and_the_register_the_person(visitor, provider, person):
    assert go(visitor, provider, "aigul", "/law/").headers["Location"] == "/law/"
    user = User.objects.get()
    assert user.iin == person.iin
    assert visitor.session["_auth_user_id"] == str(user.pk)
    signed_in = Event.objects.about(user).last()
    assert (signed_in.kind, signed_in.details) == ("signed_in", {"steps": ["socialaccount"]})
    assert SocialAccount.objects.get().extra_data == {}
    go(Client(), provider, "aigul")
    assert (User.objects.count(), SocialAccount.objects.count()) == (1, 1)
    assert SocialAccount.objects.get().extra_data == {}


@pytest.mark.usefixtures("portal", "person")
def test_signing_out_ends_the_session_at_the_provider_too(visitor, provider, settings):
    go(visitor, provider, "aigul")
    leads_to = visitor.post("/accounts/logout/").headers["Location"]
    asked = parse_qs(urlsplit(leads_to).query)
    says = requests.get(f"{provider.address}/.well-known/openid-configuration", timeout=20).json()
    assert leads_to.partition("?")[0] == says["end_session_endpoint"]
    assert asked == {"client_id": [CLIENT], "post_logout_redirect_uri": [f"{settings.PORTAL_ADDRESS}/"]}
    assert "_auth_user_id" not in visitor.session


@pytest.mark.usefixtures("portal", "person")
def test_an_issuer_that_is_not_the_one_set_up_is_left_alone(visitor, provider, settings):
    leads_to = visitor.post(LEAVE).headers["Location"]
    settings.OIDC_ISSUER = f"{provider.address}/"
    assert visitor.post(LEAVE).headers["Location"] == START
    assert visitor.get(provider.sign_in(leads_to, "aigul")).headers["Location"] == START
    assert not User.objects.exists()


@pytest.mark.usefixtures("portal", "db")
def test_a_provider_that_does_not_answer_is_said_in_a_sentence(visitor, settings):
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"] = {"server_url": "http://127.0.0.1:1"}
    assert "Try again, or sign in by IIN" in visitor.post(LEAVE, follow=True).content.decode()


@pytest.mark.usefixtures("portal", "person")
def test_a_token_of_another_sign_in_is_not_believed(visitor, provider):
    leads_to = visitor.post(LEAVE).headers["Location"]
    nonce = parse_qs(urlsplit(leads_to).query)["nonce"][0]
    back = provider.sign_in(leads_to.replace(nonce, nonce[::-1]), "aigul")
    assert visitor.get(back).headers["Location"] == START
    assert not User.objects.exists()


@pytest.mark.parametrize("name", ["stranger", "nobody"])
@pytest.mark.usefixtures("portal", "person")
def test_nobody_else_gets_in(visitor, provider, name):
    answer = go(visitor, provider, name)
    assert answer.headers["Location"] == START
    assert "did not name a person whom the register knows" in visitor.get(START).content.decode()
    assert "_auth_user_id" not in visitor.session
    assert not User.objects.exists()


@pytest.mark.usefixtures("portal")
def test_an_account_at_the_provider_stays_with_its_first_person(visitor, provider, person):
    go(visitor, provider, "aigul")
    other = people.make_account(people.make_person())
    SocialAccount.objects.update(user=other)
    second = Client()
    assert go(second, provider, "aigul").headers["Location"] == START
    assert "_auth_user_id" not in second.session


@pytest.mark.usefixtures("portal", "person")
def test_an_answer_that_nobody_asked_for_is_refused(visitor, provider):
    leads_to = visitor.post(LEAVE).headers["Location"]
    back = provider.sign_in(leads_to, "aigul")
    onlooker = Client()
    assert onlooker.get(back).headers["Location"] == START
    assert visitor.get(back.replace("state=", "state=x")).headers["Location"] == START
    assert not User.objects.exists()


@pytest.mark.usefixtures("portal", "person")
def test_sign_ins_that_others_left_half_done_are_in_nobodys_way(visitor, provider):
    for name in ["zarina", "stranger"] * 6:
        assert "code=" in provider.sign_in(Client().post(LEAVE).headers["Location"], name)
    assert go(visitor, provider, "aigul", "/law/").headers["Location"] == "/law/"


@pytest.mark.usefixtures("portal", "person")
def test_whoever_signs_in_often_within_a_second_gets_in_each_time(provider):
    assert [go(Client(), provider, "aigul", "/law/").headers["Location"] for _time in range(6)] == ["/law/"] * 6


@pytest.mark.usefixtures("portal", "db")
def test_one_who_changes_their_mind_is_told_what_to_do(visitor):
    leads_to = visitor.post(LEAVE).headers["Location"]
    state = leads_to.partition("state=")[2].partition("&")[0]
    answer = visitor.get(DONE, {"error": "access_denied", "state": state}, follow=True)
    assert "Try again, or sign in by IIN" in answer.content.decode()


@pytest.mark.usefixtures("portal", "db")
def test_the_way_to_the_provider_takes_a_deliberate_press(visitor):
    assert visitor.get(LEAVE).status_code == 405
    assert f'action="{LEAVE}"' in visitor.get(START).content.decode()


@pytest.mark.django_db
def test_without_a_provider_nothing_speaks_of_one(visitor):
    assert LEAVE not in visitor.get(START).content.decode()
    assert visitor.post(LEAVE).status_code == 404


def test_a_provider_without_the_clients_secret_stops_the_start(monkeypatch):
    monkeypatch.setenv("OIDC_ISSUER", "https://login.example")
    with pytest.raises(ImproperlyConfigured, match="OIDC_CLIENT_SECRET"):
        environment.openid_apps()


@pytest.mark.usefixtures("portal")
def test_a_browser_goes_there_and_back(browser, live_server, provider, db):
    person = people.make_person(iin=provider.iins["zarina"])
    context = browser.new_context(base_url=live_server.url)
    context.add_cookies([{"name": "django_language", "value": "en", "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{START}?next=/law/")
    page.get_by_role("button", name="Sign in with the national service").click()
    page.locator("input[name=login]").fill("zarina")
    page.locator("button[name=answer]").click()
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/law/")
    page.locator(".menu summary").click()
    expect(page.get_by_text(person.full_name)).to_be_visible()
    context.close()
