"""What signing in means on this portal, told to the library that carries it out."""

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record

from . import devices, sessions
from .allauth_inside import get_authentication_records

TOO_MANY = _("Too many attempts. Wait 5 minutes, then try again.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def is_open_for_signup(self, request):
        """Administrators and registers make accounts; nobody makes their own."""
        return False

    def add_message(self, *args, **kwargs):
        """The pages say themselves what happened."""

    def respond_user_inactive(self, request, user):
        messages.error(request, gettext("This account is closed. Ask an administrator."))
        return HttpResponseRedirect(reverse("accounts:login"))

    def post_login(self, request, user, **how):
        answer = super().post_login(request, user, **how)
        steps = [record["method"] for record in get_authentication_records(request, user)]
        record(EventKind.SIGNED_IN, on=user, by=user, steps=steps)
        devices.remember(answer, request, user)
        sessions.end_surplus(user)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            answer.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                user.language,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                secure=settings.LANGUAGE_COOKIE_SECURE,
                httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
                samesite=settings.LANGUAGE_COOKIE_SAMESITE,
            )
        return answer


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right, or it was used already. Wait for the next one and type it."),
    }

    def encrypt(self, text):
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher():
    """Encrypts with the portal's secret key and still reads what earlier keys encrypted."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (hashlib.sha256(b"second factor" + key.encode()).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
