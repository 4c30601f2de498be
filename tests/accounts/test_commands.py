import datetime
import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from socialcode import iin
from socialcode.accounts.management.commands import demo_accounts
from socialcode.accounts.models import Role, RoleGrant, User
from socialcode.audit.models import Event
from tests.factories.accounts import PASSWORD, give_second_factor, make_user

pytestmark = pytest.mark.django_db
IIN = iin.first_free(datetime.date(1979, 7, 9), "female", 1)


def test_invented_staff_of_every_role_can_sign_in_as_printed(capsys, client):
    call_command("demo_accounts")
    printed = capsys.readouterr().out
    assert set(RoleGrant.objects.values_list("role", flat=True)) == set(Role.values)
    assert demo_accounts.PASSWORD in printed
    for user in User.objects.all():
        assert "Invented" in user.full_name
        assert f"{user.email}: {user.grants[0].role}" in printed
        browser = Client()
        entry = {"username": user.email, "password": demo_accounts.PASSWORD}
        second_step = browser.post("/accounts/login/", entry).headers["Location"]
        shown = re.search(r"\b[0-9]{6}\b", text_of(browser.get(second_step))).group()
        assert browser.post(second_step, {"code": shown}).status_code == 302
        assert browser.get("/accounts/security/").status_code == 200


def text_of(answer):
    return re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2])


def test_real_staff_never_see_their_code(client):
    user = make_user("real@example.org")
    give_second_factor(user)
    second_step = client.post("/accounts/login/", {"username": user.email, "password": PASSWORD}).headers["Location"]
    assert not re.search(r"\b[0-9]{6}\b", text_of(client.get(second_step)))


def test_a_second_time_changes_nothing():
    call_command("demo_accounts")
    before = list(User.objects.values())
    call_command("demo_accounts")
    assert list(User.objects.values()) == before


def test_a_forgotten_demo_password_is_set_back():
    call_command("demo_accounts")
    user = User.objects.first()
    user.set_password("something else")
    user.save()
    call_command("demo_accounts")
    assert User.objects.get(pk=user.pk).check_password(demo_accounts.PASSWORD)


def test_production_refuses_invented_people(settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="add_administrator"):
        call_command("demo_accounts")
    assert not User.objects.exists()


def typed(monkeypatch, password):
    monkeypatch.setattr("socialcode.accounts.management.commands.add_administrator.getpass", lambda prompt: password)


def test_a_real_administrator_is_named_from_the_shell(monkeypatch):
    typed(monkeypatch, "correct horse battery")
    call_command("add_administrator", "Real@example.org", "Real Person", IIN)
    user = User.objects.get()
    assert (user.email, user.is_administrator) == ("real@example.org", True)
    assert user.check_password("correct horse battery")
    assert Event.objects.get().kind == "role_granted"


@pytest.mark.parametrize(("email", "password"), [("real@example.org", "123"), ("no address", "correct horse battery")])
def test_a_weak_password_or_a_wrong_address_is_refused(monkeypatch, email, password):
    typed(monkeypatch, password)
    with pytest.raises(CommandError):
        call_command("add_administrator", email, "Real Person", IIN)
    assert not User.objects.exists()


def test_an_email_that_is_taken_is_refused(monkeypatch):
    typed(monkeypatch, "correct horse battery")
    call_command("add_administrator", "real@example.org", "Real Person", IIN)
    with pytest.raises(CommandError, match="already has an account"):
        call_command("add_administrator", "REAL@example.org", "Again", IIN)
