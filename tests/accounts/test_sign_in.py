import pytest
from django.db import IntegrityError
from django.test import Client

from socialcode.accounts.models import OF_AN_OFFICE, Role, User
from socialcode.audit.models import Event
from tests.factories.accounts import PASSWORD, make_administrator, make_user
from tests.factories.people import make_office, make_staff

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/login/"


def sign_in(client, email, password=PASSWORD, address=LOGIN):
    return client.post(address, {"username": email, "password": password})


def test_the_email_is_the_name_in_any_case(client):
    user = make_user("Aigul@Example.org")
    assert user.email == "aigul@example.org"
    assert sign_in(client, " AIGUL@example.org").headers["Location"] == "/"
    assert Event.objects.about(user).get().kind == "signed_in"


@pytest.mark.parametrize(
    ("role", "lands_at"),
    [
        (Role.ADMINISTRATOR, "/law/manage/"),
        (Role.OFFICER, "/work/"),
        (Role.APPROVER, "/work/"),
        (Role.HEAD, "/work/"),
        (Role.AUDITOR, "/audit/"),
    ],
)
def test_staff_land_where_their_work_is(client, role, lands_at):
    user = make_staff(role, make_office() if role in OF_AN_OFFICE else None)
    assert sign_in(client, user.email).headers["Location"] == lands_at


def test_one_returns_to_the_page_one_wanted(client):
    make_administrator("a@example.org")
    wanted = client.get("/law/manage/values/mci/").headers["Location"]
    assert sign_in(client, "a@example.org", address=wanted).headers["Location"] == "/law/manage/values/mci/"


def test_no_other_site_is_opened_after_sign_in(client):
    make_user()
    answer = sign_in(client, "plain@example.org", address=f"{LOGIN}?next=https://evil.example/")
    assert answer.headers["Location"] == "/"


def test_the_language_of_the_person_is_used_unless_another_was_chosen(client):
    make_user(language="ru")
    assert sign_in(client, "plain@example.org").cookies["django_language"].value == "ru"
    chosen = Client()
    chosen.cookies["django_language"] = "en"
    assert "django_language" not in sign_in(chosen, "plain@example.org").cookies


def test_a_wrong_password_gets_a_sentence_and_keeps_the_email(client):
    make_user()
    client.cookies["django_language"] = "en"
    page = sign_in(client, "plain@example.org", "wrong").content.decode()
    assert "The email or the password is not right" in page
    assert 'value="plain@example.org"' in page


def test_guessing_is_stopped_for_one_person_from_one_place(client):
    make_user()
    make_user("other@example.org")
    client.cookies["django_language"] = "en"
    for attempt in range(5):
        sign_in(client, "PLAIN@example.org" if attempt % 2 else "plain@example.org", "wrong")
    refused = sign_in(client, "plain@example.org")
    assert "Wait 15 minutes" in refused.content.decode()
    assert sign_in(client, "other@example.org").headers["Location"] == "/"
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert sign_in(elsewhere, "plain@example.org").headers["Location"] == "/"


def test_a_closed_account_cannot_sign_in(client):
    make_user(is_active=False)
    sign_in(client, "plain@example.org")
    assert "_auth_user_id" not in client.session


def test_signing_out_takes_a_deliberate_press(client):
    make_user()
    sign_in(client, "plain@example.org")
    assert client.get("/accounts/logout/").status_code == 405
    client.post("/accounts/logout/")
    assert "_auth_user_id" not in client.session


def test_two_people_cannot_share_an_email():
    make_user()
    with pytest.raises(IntegrityError):
        User.objects.create(email="plain@example.org", full_name="Another")
