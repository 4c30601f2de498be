"""What protects one's own account: the second factor, recovery codes, and where one is signed in."""

import base64

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from socialcode.accounts import sessions
from socialcode.accounts.actions import own
from socialcode.accounts.allauth_inside import (
    activate_totp,
    end_other_sessions,
    end_sessions,
    generate_recovery_codes,
    record_authentication,
    view_recovery_codes,
)
from socialcode.accounts.attempts import Tried, note
from socialcode.accounts.forms import ChangePasswordForm, ChoosePasswordForm, SecondFactorForm, SetUpForm
from socialcode.accounts.links import link_of
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.refusal import attempt


@never_cache
@login_required
def set_up(request):
    """Show the picture that an authenticator app reads, and take its first code."""
    user = request.user
    if not (user.email or user.is_staff_member):
        raise PermissionDenied  # citizens have their phone; nobody could take a lost factor away from them
    if Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists():
        logout(request)  # somebody came in without showing the factor they have: once more, with both
        return redirect("accounts:login")
    form = SetUpForm(user=user, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        factor, _codes = activate_totp(request, form)
        record_authentication(request, user, "mfa", id=factor.pk, type=factor.type)
        record(EventKind.SECOND_FACTOR_SET_UP, on=user, by=user)
        return redirect("accounts:recovery_codes")
    drawn = get_adapter().build_totp_svg(get_adapter().build_totp_url(user, form.secret))
    shown = {
        "form": form,
        "secret": " ".join(form.secret[start : start + 4] for start in range(0, len(form.secret), 4)),
        "picture": f"data:image/svg+xml;base64,{base64.b64encode(drawn.encode()).decode()}",
    }
    return render(request, "accounts/set_up.html", shown, status=400 if form.errors else 200)


@never_cache
@login_required
def recovery_codes(request):
    """Show the codes once; later make new ones, for a code of the app."""
    codes, may_see = view_recovery_codes(request)
    if codes is None:
        return redirect("accounts:security")
    form = SecondFactorForm(user=request.user, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        generate_recovery_codes(request)
        record(EventKind.RECOVERY_CODES_MADE, on=request.user, by=request.user)
        return redirect("accounts:recovery_codes")
    unused = codes.get_unused_codes()
    shown = {"codes": unused if may_see else [], "left": len(unused), "form": form}
    return render(request, "accounts/recovery_codes.html", shown, status=400 if form.errors else 200)


@never_cache
@login_required
def overview(request):
    shown = {
        "sessions": sorted(UserSession.objects.purge_and_list(request.user), key=lambda s: s.created_at, reverse=True),
        "has_second_factor": Authenticator.objects.filter(user=request.user, type=Authenticator.Type.TOTP).exists(),
    }
    return render(request, "accounts/security.html", shown)


@login_required
def change_password(request):
    form = ChangePasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = own.change_password(user=request.user, password=form.cleaned_data["new_password1"])
        update_session_auth_hash(request, user)
        messages.success(request, _("The password is changed. You are signed out everywhere else."))
        return redirect("accounts:security")
    if "old_password" in form.errors:
        note(Tried.WRONG_PASSWORD)
    return render(request, "accounts/change_password.html", {"form": form}, status=400 if form.errors else 200)


@never_cache
def choose_password(request, token):
    """Choose a password by a link that came by mail; the second factor is asked for at signing in, as always."""
    link = link_of(token)
    if link is None:
        note(Tried.WRONG_LINK)
        messages.error(request, _("This link is no longer good. Ask an administrator for a new one."))
        return redirect("accounts:login")
    form = ChoosePasswordForm(link.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        used = _("This link is no longer good. Ask an administrator for a new one.")
        with attempt(form):
            own.choose_password(link=link, password=form.cleaned_data["new_password1"], used=used)
            messages.success(request, _("The password is set. Sign in with it."))
            return redirect("accounts:login")
    shown = {"form": form, "person": link.user}
    return render(request, "accounts/choose_password.html", shown, status=400 if form.errors else 200)


@require_POST
@login_required
def sign_out_elsewhere(request):
    """End the session that was chosen, or all but this one, for somebody who has just signed in."""
    if not sessions.is_fresh(request):
        sentence = _("Sign in once more, so that it is surely you; then press again.")
        return sessions.sign_in_again(request, reverse("accounts:security"), sentence)
    chosen = request.POST.get("session", "")
    if chosen:
        found = UserSession.objects.filter(user=request.user, pk=int(chosen) if chosen.isdecimal() else None)
        end_sessions(request, found.exclude(session_key=request.session.session_key))
    else:
        end_other_sessions(request, request.user)
    record(EventKind.SIGNED_OUT_ELSEWHERE, on=request.user, by=request.user)
    messages.success(request, _("You are signed out there.") if chosen else _("You are signed out everywhere else."))
    return redirect("accounts:security")
