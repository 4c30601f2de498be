"""People who sign in, for tests."""

import time
from contextlib import contextmanager

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, user_logged_in
from django.http import HttpRequest

from socialcode.accounts import sessions
from socialcode.accounts.allauth_inside import format_hotp_value, hotp_value, record_authentication
from socialcode.accounts.models import Role, RoleGrant, User
from socialcode.accounts.stored_session import SessionStore

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - of invented people
PERIOD = 30  # seconds
BACKEND = "django.contrib.auth.backends.ModelBackend"
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
    request = HttpRequest()
    if settings.SESSION_COOKIE_NAME in client.cookies:  # with what this browser did before
        client.force_login(user, backend=BACKEND)
        request.session = client.session
    else:
        request.session = _session_of(user, request)
    record_authentication(request, user, method="mfa")
    sessions.is_over(request.session, time.time(), sessions.lifetime_of(user))
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    return client


def _session_of(user, request):
    """A new session of somebody as Django's login leaves it, in a third of its queries; not saved yet."""
    request.session = session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(user.pk), BACKEND
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    request.user = user
    with without_axes():
        user_logged_in.send(sender=User, request=request, user=user)
    return session


@contextmanager
def without_axes():
    """Nobody failed before, so there is nothing to forget; to look for it takes longer than all else of signing in."""
    usual, settings.AXES_ENABLED = settings.AXES_ENABLED, False
    try:
        yield
    finally:
        settings.AXES_ENABLED = usual


def code_now(secret=SECRET):
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD))
