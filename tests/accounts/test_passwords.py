"""Which passwords somebody may choose."""

import pytest
from django.contrib.auth.password_validation import get_default_password_validators, validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.translation import override

from socialcode.accounts.models import User
from socialcode.accounts.passwords import SHORTEST, WORDS
from tests.factories.accounts import PASSWORD, make_user

CHANGE = "/accounts/security/password/"
SOMEBODY = User(full_name="Zhanna Kuanyshbekova", email="zh.kuanyshbekova@example.org")


def refusals(password):
    try:
        validate_password(password, SOMEBODY)
    except ValidationError as refused:
        return [error.code for error in refused.error_list]
    return []


@pytest.mark.parametrize(
    "password",
    [
        "four words of mine",
        "830174629501",
        "тек менің сөздерім",
        "!!??!!??!!?#",
        "x" * 64 + " and more",
        "ALLINONECASELETTERS",
    ],
)
def test_any_signs_will_do(password):
    assert refusals(password) == []


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("elevensigns", "password_too_short"),
        ("qwertyuiop12", "leaked"),
        ("Passwordpassword", "leaked"),
        ("123456789012", "leaked"),
        ("Kuanyshbekova1", "password_too_similar"),
        ("S0cial-Code-2026!", "guessed"),
        ("Әлеуметтік кодекс 1", "guessed"),
        ("Утверждающий2026", "guessed"),
        ("Qazaqstan-2026", "guessed"),
    ],
)
def test_what_is_easily_guessed_is_refused(password, why):
    assert why in refusals(password)


@pytest.mark.parametrize("word", sorted(WORDS))
def test_no_word_of_the_portal_is_enough(word):
    assert {"guessed", "leaked"} & set(refusals((word + "2026!!" + "-" * SHORTEST)[: SHORTEST + len(word)]))


def test_a_word_of_the_portal_among_others_is_fine():
    assert refusals("the pension of my grandmother") == []


def test_the_refusals_are_in_the_language_of_the_reader():
    for language, word in (("kk", "Құпия"), ("ru", "Пароль")):
        with override(language), pytest.raises(ValidationError) as refused:
            validate_password("short", SOMEBODY)
        assert word in refused.value.messages[0]
    assert len(get_default_password_validators()) == 4


@pytest.mark.django_db
def test_a_page_says_why(client: Client):
    user = make_user()
    client.cookies["django_language"] = "en"
    client.post("/accounts/login/", {"username": user.email, "password": PASSWORD})
    entry = {"old_password": PASSWORD, "new_password1": "qwertyuiop12", "new_password2": "qwertyuiop12"}
    assert "leaked passwords" in client.post(CHANGE, entry).content.decode()
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
