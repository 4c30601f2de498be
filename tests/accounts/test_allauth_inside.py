"""What the portal relies on inside django-allauth: how it is called, and what it keeps where."""

import inspect

import pytest
from allauth.account.stages import LoginByCodeStage

from socialcode.accounts import allauth_inside

CALLED_WITH = {
    "activate_totp": ["request", "form"],
    "compare_user_code": {"actual", "expected"},
    "end_other_sessions": ["request", "user"],
    "end_sessions": ["request", "sessions"],
    "format_hotp_value": ["value"],
    "generate_recovery_codes": ["request"],
    "get_authentication_records": ["request", "user"],
    "get_client_ip": ["request"],
    "hotp_value": ["secret", "counter"],
    "login_stage_required": {"stage", "redirect_urlname"},
    "perform_login": ["request", "login"],
    "perform_password_login": ["request", "credentials", "login"],
    "record_authentication": ["request", "user", "method"],
    "view_recovery_codes": ["request"],
}


@pytest.mark.parametrize("name", CALLED_WITH)
def test_it_is_called_as_the_portal_calls_it(name):
    signature = inspect.signature(getattr(allauth_inside, name))
    given = CALLED_WITH[name]
    if isinstance(given, list):
        signature.bind(*given)
    else:
        signature.bind(**dict.fromkeys(given))


def test_everything_taken_is_named_here():
    functions = {name for name in allauth_inside.__all__ if inspect.isfunction(getattr(allauth_inside, name))}
    assert functions - {"stage_of"} == set(CALLED_WITH)


def test_a_sign_in_by_code_has_what_ours_changes():
    process = allauth_inside.LoginCodeVerificationProcess
    for name in ("initial_state", "persist", "abort_if_invalid", "record_invalid_attempt", "record_resend"):
        assert callable(getattr(process, name)), name
    assert isinstance(process.can_resend, property)
    assert LoginByCodeStage.key
