"""How long staff stay signed in, and that they have shown a second factor."""

import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from .allauth_inside import get_authentication_records

BEGAN, SEEN = "staff_session_began", "staff_session_seen"  # seconds since the epoch
PRECISION = 60  # seconds; being seen again within them is not worth a write
ALWAYS_OPEN = {"accounts:logout", "set_language", "choose_theme", "healthz"}
PASSWORD, SECOND_FACTOR = "accounts:change_password", "accounts:set_up_second_factor"


def staff_rules(get_response):
    """Middleware: sign staff out when their time is over; show them no page before they set up a second factor."""

    def middleware(request):
        return get_response(request)

    def process_view(request, view, arguments, named):
        if not (request.user.is_authenticated and request.user.is_staff_member):
            return None
        if is_over(request.session, time.time()):
            logout(request)
            messages.info(request, _("You were signed out because your time was over. Sign in again."))
            return redirect_to_login(request.get_full_path(), reverse("accounts:login"))
        missing = next_step(request)
        if not missing or request.resolver_match.view_name in {missing, *ALWAYS_OPEN}:
            return None
        return HttpResponseRedirect(reverse(missing))

    middleware.process_view = process_view
    return middleware


def is_over(session, now) -> bool:
    """Whether a session lasted too long or rested too long; if not, it is marked as seen."""
    began, seen = session.get(BEGAN, now), session.get(SEEN, now)
    if now - began > settings.STAFF_SESSION_SECONDS or now - seen > settings.STAFF_IDLE_SECONDS:
        return True
    if BEGAN not in session or now - seen > PRECISION:
        session.update({BEGAN: began, SEEN: now})
    return False


def next_step(request) -> str:
    """The page that one of the staff has to go through before all others; empty for none."""
    if request.user.password_is_temporary:
        return PASSWORD
    return "" if showed_second_factor(request) else SECOND_FACTOR


def showed_second_factor(request) -> bool:
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))
