"""How long people stay signed in and in how many places, and that staff have shown a second factor.

Why these lengths: docs/security.md, "Sessions".
"""

import datetime
import time
from dataclasses import dataclass

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from .allauth_inside import get_authentication_records

BEGAN, SEEN = "session_began", "session_seen"  # seconds since the epoch
PRECISION = 60  # seconds; being seen again within them is not worth a write
FRESH = 5 * 60  # seconds after which what ends other sessions wants a sign-in once more
MOST_AT_ONCE = 5  # places where one is signed in; one more ends the oldest
ALWAYS_OPEN = {"accounts:logout", "set_language", "choose_theme"}
OF_NOBODY = {"healthz"}  # answers also where no session can be read
TIME_LEFT = "accounts:time_left"  # asked by a script, which is no sign of life
PASSWORD, SECOND_FACTOR = "accounts:change_password", "accounts:set_up_second_factor"


def session_rules(get_response):
    """Middleware: sign people out when their time is over; show staff no page before they set up a second factor."""

    def middleware(request):
        return get_response(request)

    def process_view(request, view, arguments, named):
        if request.resolver_match.view_name in OF_NOBODY or not request.user.is_authenticated:
            return None
        is_asked = request.resolver_match.view_name == TIME_LEFT and request.method != "POST"
        if is_over(request.session, time.time(), lifetime_of(request.user), counts=not is_asked):
            sentence = _("You were signed out because your time was over. Sign in again.")
            return sign_in_again(request, request.get_full_path(), sentence)
        missing = next_step(request)
        if not missing or request.resolver_match.view_name in {missing, *ALWAYS_OPEN}:
            return None
        return HttpResponseRedirect(reverse(missing))

    middleware.process_view = process_view
    return middleware


def lifetime_of(user) -> tuple[int, int]:
    """After how many seconds of rest, and after how many at all, somebody signs in again."""
    return settings.STAFF_SESSION_SECONDS if user.is_staff_member else settings.CITIZEN_SESSION_SECONDS


def is_over(session, now, lifetime, *, counts=True) -> bool:
    """Whether a session rested too long or lasted too long; if not, and this request counts, it is marked as seen."""
    rest, whole = lifetime
    began, seen = session.get(BEGAN, now), session.get(SEEN, now)
    if now - began > whole or now - seen > rest:
        return True
    if counts and (BEGAN not in session or now - seen > PRECISION):
        session.update({BEGAN: began, SEEN: now})
    return False


@dataclass(frozen=True)
class TimeLeft:
    """Seconds until one is signed out if one rests, and until one is in any case."""

    seconds: int
    at_most: int

    @property
    def ends_at(self) -> datetime.datetime:
        return timezone.now() + datetime.timedelta(seconds=self.seconds)


def time_left(request) -> TimeLeft | None:
    """None for a visitor who is not signed in."""
    if not request.user.is_authenticated or BEGAN not in request.session:
        return None
    rest, whole = lifetime_of(request.user)
    now = time.time()
    at_most = request.session[BEGAN] + whole - now
    return TimeLeft(int(min(at_most, request.session[SEEN] + rest - now)), int(at_most))


def sign_in_again(request, wanted, sentence):
    """End the session, say why, and lead to the door where this person signs in; from there on to the page wanted."""
    is_citizen = request.user.iin and not request.user.is_staff_member
    door = settings.LOGIN_URL if is_citizen else reverse("accounts:login")
    logout(request)
    messages.info(request, sentence)
    return redirect_to_login(wanted, door)


def is_fresh(request) -> bool:
    """Whether somebody has shown a moment ago that it is they."""
    shown = [record["at"] for record in get_authentication_records(request, request.user)]
    return bool(shown) and time.time() - max(shown) <= FRESH


def end_surplus(user) -> None:
    """End the oldest sessions of somebody who is signed in in too many places."""
    for session in UserSession.objects.filter(user=user).order_by("-created_at", "-pk")[MOST_AT_ONCE:]:
        session.end()


def next_step(request) -> str:
    """The page that one of the staff has to go through before all others; empty for none."""
    if not request.user.is_staff_member:
        return ""
    if request.user.password_is_temporary:
        return PASSWORD
    return "" if showed_second_factor(request) else SECOND_FACTOR


def is_on_the_way(request) -> bool:
    """Whether one of the staff is still coming in: no page is open to them but the one of their `next_step`."""
    is_setting_up = request.resolver_match is not None and request.resolver_match.view_name == SECOND_FACTOR
    return is_setting_up or bool(next_step(request))


def showed_second_factor(request) -> bool:
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))
