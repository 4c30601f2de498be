"""What the portal takes from inside django-allauth, where that library promises nothing.

All of it stands here and nowhere else, and `tests/accounts/test_allauth_inside.py` says what is relied on: an upgrade
that moves it fails there first.
"""

from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.flows.login import (
    get_authentication_records,
    perform_login,
    perform_password_login,
    record_authentication,
)
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.core.internal.cryptokit import compare_user_code
from allauth.core.internal.httpkit import get_client_ip
from allauth.mfa.recovery_codes.internal.flows import generate_recovery_codes, view_recovery_codes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.totp.internal.flows import activate_totp
from allauth.usersessions.internal.flows.sessions import end_other_sessions, end_sessions

__all__ = [
    "LoginCodeVerificationProcess",
    "activate_totp",
    "compare_user_code",
    "end_other_sessions",
    "end_sessions",
    "format_hotp_value",
    "generate_recovery_codes",
    "get_authentication_records",
    "get_client_ip",
    "hotp_value",
    "login_stage_required",
    "perform_login",
    "perform_password_login",
    "record_authentication",
    "stage_of",
    "view_recovery_codes",
]


def stage_of(request):
    """The step of signing in at which somebody stands, on a page that `login_stage_required` guards."""
    return request._login_stage
