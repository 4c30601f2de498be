import datetime
import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from socialcode.accounts import sessions
from socialcode.audit.models import Event
from tests.factories import people
from tests.factories.accounts import PASSWORD, code_now, give_second_factor, make_administrator, make_user, sign_in

pytestmark = pytest.mark.django_db
LOGIN, SECOND, SET_UP = "/accounts/login/", "/accounts/second-factor/", "/accounts/security/second-factor/"
CODES, MANAGE, PERSON_PAGE = "/accounts/security/recovery-codes/", "/law/manage/", "/accounts/people/{}/"


@pytest.fixture
def administrator():
    return make_administrator()


@pytest.fixture
def visitor():
    client = Client(headers={"user-agent": "Invented browser"})
    client.cookies["django_language"] = "en"
    return client


def type_password(client, user, address=LOGIN):
    return client.post(address, {"username": user.email, "password": PASSWORD})


def set_up(client, user):
    """Go through the set-up as the page says; returns the key of the app."""
    type_password(client, user)
    page = client.get(SET_UP).content.decode()
    secret = re.search(r'account-key">([A-Z2-7 ]+)<', page).group(1).replace(" ", "")
    assert "data:image/svg+xml;base64," in page
    assert client.post(SET_UP, {"code": code_now(secret)}).headers["Location"] == CODES
    return secret


def test_staff_see_no_page_before_they_set_up_the_second_factor(visitor, administrator):
    type_password(visitor, administrator)
    for address in (MANAGE, "/", "/accounts/people/", CODES, "/accounts/security/"):
        assert visitor.get(address).headers["Location"] == SET_UP
    set_up(visitor, administrator)
    assert visitor.get(MANAGE).status_code == 200
    kinds = [event.kind for event in Event.objects.about(administrator)]
    assert kinds == ["signed_in", "second_factor_set_up"]


def test_a_wrong_code_sets_nothing_up(visitor, administrator):
    type_password(visitor, administrator)
    visitor.get(SET_UP)
    answer = visitor.post(SET_UP, {"code": "000000"})
    assert answer.status_code == 400
    assert "This code is not right" in answer.content.decode()
    assert not Authenticator.objects.exists()


def test_the_key_is_stored_encrypted(visitor, administrator):
    secret = set_up(visitor, administrator)
    assert secret not in str(Authenticator.objects.values_list("data", flat=True))


def test_the_password_alone_opens_nothing(visitor, administrator):
    give_second_factor(administrator)
    assert type_password(visitor, administrator).headers["Location"] == SECOND
    assert visitor.get(MANAGE).headers["Location"].startswith(LOGIN)
    assert visitor.get(SET_UP).status_code == 302
    assert visitor.post(SECOND, {"code": "000000"}).status_code == 400
    assert "_auth_user_id" not in visitor.session


def test_one_returns_to_the_page_one_wanted_after_both_steps(visitor, administrator):
    give_second_factor(administrator)
    wanted = visitor.get("/law/manage/values/mci/").headers["Location"]
    type_password(visitor, administrator, wanted)
    assert visitor.post(SECOND, {"code": code_now()}).headers["Location"] == "/law/manage/values/mci/"


def test_a_code_works_once(visitor, administrator):
    give_second_factor(administrator)
    type_password(visitor, administrator)
    code = code_now()
    assert visitor.post(SECOND, {"code": code}).status_code == 302
    onlooker = Client()
    type_password(onlooker, administrator)
    assert onlooker.post(SECOND, {"code": code}).status_code == 400


def test_guessing_the_code_is_stopped_even_for_the_right_one(visitor, administrator):
    give_second_factor(administrator)
    type_password(visitor, administrator)
    for _attempt in range(5):
        visitor.post(SECOND, {"code": "000000"})
    answer = visitor.post(SECOND, {"code": code_now()})
    assert "Wait 5 minutes" in answer.content.decode()


def test_recovery_codes_are_shown_once_and_work_once(visitor, administrator):
    set_up(visitor, administrator)
    codes = re.findall(r"<li>([0-9]{8})</li>", visitor.get(CODES).content.decode())
    assert len(set(codes)) == 10
    again = visitor.get(CODES).content.decode()
    assert "10 codes are left" in again
    assert not [code for code in codes if code in again]
    for expected in (302, 400):
        client = Client()
        type_password(client, administrator)
        assert client.post(SECOND, {"code": codes[0]}).status_code == expected


def test_new_recovery_codes_need_a_code_of_the_app(visitor, administrator):
    secret = set_up(visitor, administrator)
    first = re.findall(r"<li>([0-9]{8})</li>", visitor.get(CODES).content.decode())
    assert visitor.post(CODES, {"code": "000000"}).status_code == 400
    assert visitor.post(CODES, {"code": code_now(secret)}).status_code == 302
    assert not set(first) & set(re.findall(r"<li>([0-9]{8})</li>", visitor.get(CODES).content.decode()))


def test_a_session_without_the_factor_that_its_owner_has_is_ended(visitor, administrator):
    type_password(visitor, administrator)
    give_second_factor(administrator)
    assert visitor.get(SET_UP).headers["Location"] == LOGIN
    assert "_auth_user_id" not in visitor.session


def test_a_new_role_asks_for_the_second_factor_at_the_next_page(visitor):
    user = make_user()
    type_password(visitor, user)
    assert visitor.get("/accounts/security/").status_code == 200
    user.role_grants.create(role="auditor")
    assert visitor.get("/accounts/security/").headers["Location"] == SET_UP


@pytest.mark.parametrize(
    ("rested", "lasted", "stays"),
    [
        (datetime.timedelta(minutes=29), datetime.timedelta(hours=1), True),
        (datetime.timedelta(minutes=31), datetime.timedelta(hours=1), False),
        (datetime.timedelta(minutes=1), datetime.timedelta(hours=11), False),
    ],
)
def test_staff_are_signed_out_after_rest_and_after_a_day(visitor, administrator, rested, lasted, stays):
    sign_in(visitor, administrator)
    now = timezone.now()
    session = visitor.session
    session.update({sessions.SEEN: (now - rested).timestamp(), sessions.BEGAN: (now - lasted).timestamp()})
    session.save()
    answer = visitor.get("/accounts/people/?q=a")
    assert ("_auth_user_id" in visitor.session) == stays
    if stays:
        assert visitor.session[sessions.SEEN] >= now.timestamp()
    else:
        assert answer.headers["Location"] == f"{LOGIN}?next=/accounts/people/%3Fq%3Da"
        assert "your time was over" in visitor.get(LOGIN).content.decode()


def test_one_sees_and_ends_ones_other_sessions(visitor, administrator):
    give_second_factor(administrator)
    elsewhere = Client(headers={"user-agent": "Phone of somebody"})
    for client, code in ((elsewhere, code_now()), (visitor, None)):
        type_password(client, administrator)
        if code:
            client.post(SECOND, {"code": code})
    Authenticator.objects.all().delete()
    set_up(visitor, administrator)
    page = visitor.get("/accounts/security/").content.decode()
    assert "Phone of somebody" in page
    assert "Invented browser" in page
    visitor.post("/accounts/security/elsewhere/")
    assert "Phone of somebody" not in visitor.get("/accounts/security/").content.decode()
    assert elsewhere.get(MANAGE).headers["Location"].startswith(LOGIN)
    assert visitor.get(MANAGE).status_code == 200


def test_a_password_is_changed_and_other_sessions_end(visitor, administrator):
    elsewhere = Client()
    for client in (elsewhere, visitor):
        sign_in(client, administrator)
    entry = {"old_password": PASSWORD, "new_password1": "quite another secret", "new_password2": "quite another secret"}
    wrong = visitor.post("/accounts/security/password/", entry | {"old_password": "wrong"})
    assert "This is not your password now" in wrong.content.decode()
    assert visitor.post("/accounts/security/password/", entry).headers["Location"] == "/accounts/security/"
    assert visitor.get(MANAGE).status_code == 200
    assert elsewhere.get(MANAGE).headers["Location"].startswith(LOGIN)
    assert Event.objects.about(administrator).last().kind == "password_changed"


def test_citizens_see_their_sessions_and_set_up_no_second_factor(visitor):
    sign_in(visitor, people.make_account(people.make_person()))
    page = visitor.get("/accounts/security/").content.decode()
    assert "Where you are signed in" in page
    assert "What protects your account" not in page
    assert visitor.get(SET_UP).status_code == 403


def test_keys_of_second_factors_outlive_a_change_of_the_secret_key(visitor, administrator, settings):
    give_second_factor(administrator)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another long random text, kept secret"  # noqa: S105 - of this test
    type_password(visitor, administrator)
    assert visitor.post(SECOND, {"code": code_now()}).headers["Location"] == MANAGE
