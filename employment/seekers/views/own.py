"""The page "Work" of a citizen: registration, changes, and whether employers may see the person."""

from functools import wraps
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from employment.seekers import reasons
from employment.seekers.actions import ending, profiling, registering
from employment.seekers.checking import registered_facts
from employment.seekers.forms import ChangeForm, RegisterForm
from employment.seekers.path import path_of
from socialcode.cases.citizen.doors import signed_in
from socialcode.people import access
from socialcode.refusal import attempt


def own_person(view):
    """Hand the view the person whose account it is. Raises PermissionDenied for who is no person of the register."""

    @wraps(view)
    def opened(request, **options):
        person = access.own_person(request.user)
        if person is None:
            raise PermissionDenied
        return view(request, person, **options)

    return signed_in(opened)


@require_safe
@own_person
def own(request, person):
    """Where the person stands: registration, the way to work, profile, who sees it."""
    registrations = list(person.registrations.select_related("office")[:10])
    last = registrations[0] if registrations else None
    profile = getattr(person, "profile", None)
    shown = {
        "person": person,
        "registration": last,
        "reasons": reasons.unmet(last) if last else [],
        "earlier": registrations[1:],
        "profile": profile,
        "trades": list(profile.trades.all()) if profile else [],
        "is_shown": profiling.is_shown(person),
        "steps": path_of(person, last),
        "changes": list(last.changes.all()) if last else [],
    }
    return render(request, "employment/seekers/own.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@own_person
def register(request, person):
    """Ask to be registered; what registers know is not asked."""
    known = registered_facts(person, timezone.localdate())
    form, status = RegisterForm(request.POST or None, known=known), HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            with attempt(form) as tried:
                made = registering.apply(person=person, kind=form.cleaned_data["kind"], said=form.said, by=request.user)
            if tried.is_done:
                _say(request, made)
                return redirect("seekers:own")
            status = HTTPStatus.CONFLICT
    return render(request, "employment/seekers/register.html", {"form": form, "known": known}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@own_person
def leave(request, person):
    """Take back a wish, or leave the register; asked once more before it is done."""
    registration = person.registrations.open().select_related("office").first()
    if registration is None:
        return redirect("seekers:own")
    if request.method == "POST":
        with attempt() as tried:
            registering.withdraw(registration=registration, by=request.user)
        _told(request, tried, _("Done. You can register again at any time."))
        return redirect("seekers:own")
    context = {"registration": registration, "is_being_removed": person.registrations.being_removed().exists()}
    return render(request, "employment/seekers/leave.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@own_person
def report(request, person):
    """Tell a change; what follows from it is said before."""
    registration = person.registrations.in_force().first()
    if registration is None:
        messages.warning(request, _("You are not registered now, so there is nothing to tell."))
        return redirect("seekers:own")
    form, status = ChangeForm(request.POST or None), HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            with attempt(form) as tried:
                ending.report(registration=registration, by=request.user, **form.cleaned_data)
            if tried.is_done:
                messages.success(request, _("The career centre knows it now."))
                return redirect("seekers:own")
            status = HTTPStatus.CONFLICT
    return render(
        request, "employment/seekers/report.html", {"form": form, "registration": registration}, status=status
    )


@require_POST
@own_person
def show(request, person):
    """Agree that employers see the person, or take it back."""
    with attempt() as tried:
        if request.POST.get("show") == "yes":
            profiling.show(person=person, language=get_language(), by=request.user)
            said = _("Employers can see your name and CV now.")
        else:
            profiling.hide(person=person, by=request.user)
            said = _("Employers do not see who you are any more.")
    _told(request, tried, said if tried.is_done else "")
    return redirect("seekers:own")


def _say(request, registration) -> None:
    if registration.state == registration.State.REGISTERED:
        messages.success(request, _("You are registered."))
    elif registration.state == registration.State.WAITING:
        messages.info(request, _("Your wish is sent. A person of the career centre answers."))
    else:
        messages.warning(request, _("You cannot be registered now. Below you see why."))


def _told(request, tried, done: str) -> None:
    if tried.is_done:
        messages.success(request, done)
    else:
        messages.error(request, tried.objection)
