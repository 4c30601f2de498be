"""People who sign in, for tests."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.conf import settings
from django.http import HttpRequest

from socialcode.accounts import sessions
from socialcode.accounts.allauth_inside import format_hotp_value, hotp_value, record_authentication
from socialcode.accounts.models import Role, RoleGrant, User

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - of invented people
PERIOD = 30  # seconds
PASSWORD = "a long enough secret"  # noqa: S105 - of invented people


def make_user(email="plain@example.org", full_name="Plain User", **details):
    return User.objects.create_user(email, PASSWORD, full_name=full_name, **details)


def make_administrator(email="first@example.org", full_name="First Administrator"):
    user = make_user(email, full_name)
    RoleGrant.objects.create(user=user, role=Role.ADMINISTRATOR)
    return user


def give_second_factor(user):
    """An authenticator app that shows `code_now`."""
    return Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": encrypt(SECRET)})


def sign_in(client, user):
    """The client, reading English, with the session that the pages of password and second factor leave to a user."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    if user is None:
        return client
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    request = HttpRequest()
    request.session = client.session
    record_authentication(request, user, method="mfa")
    sessions.is_over(request.session, time.time(), sessions.lifetime_of(user))
    request.session.save()
    return client


def code_now(secret=SECRET):
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD))
