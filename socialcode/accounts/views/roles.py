"""Administrators see who works with the portal, and give and end roles."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from socialcode.accounts.access import administrators_only
from socialcode.accounts.actions import changing, staff
from socialcode.accounts.forms import AddStaffForm, CitizenForm, GiveRoleForm, StaffSearchForm, WhoseForm, WhyForm
from socialcode.accounts.models import AccountChange, RoleGrant, User
from socialcode.refusal import attempt

from .changes import described

A_PAGE = 25


@administrators_only
def people(request):
    form = StaffSearchForm(request.GET)
    found = User.objects.staff().with_grants()
    if form.is_valid():
        found = found.found_by(**form.cleaned_data)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    waiting = described(AccountChange.objects.waiting(), request.user)
    shown = {"form": form, "page": page, "waiting": waiting, "citizen": CitizenForm(auto_id="citizen-%s")}
    return render(request, "accounts/people.html", shown)


@never_cache
@administrators_only
def person(request, key):
    user = get_object_or_404(User.objects.staff(), key=key)
    form = GiveRoleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with attempt(form):
            changing.ask_role(user=user, by=request.user, **form.cleaned_data)
            messages.success(request, _("Asked. Another administrator has to agree, then it happens."))
            return redirect("accounts:person", key)
    shown = {
        "person": user,
        "form": form,
        "history": user.role_grants.select_related("office", "granted_by", "agreed_by").order_by("-granted_at"),
        "has_second_factor": user.authenticator_set.filter(type="totp").exists(),
        "waiting": described(user.changes.waiting(), request.user),
        "whose": WhoseForm(auto_id="whose-%s"),
        "why": WhyForm,
    }
    return render(request, "accounts/person.html", shown, status=409 if form.errors else 200)


@require_POST
@administrators_only
def end(request, key, grant):
    grant = get_object_or_404(RoleGrant, pk=grant, user__key=key)
    with attempt() as tried:
        staff.end_role(grant=grant, by=request.user)
        messages.success(request, _("The role is ended: %(role)s.") % {"role": grant.get_role_display()})
    if tried.objection:
        messages.error(request, tried.objection)
    return redirect("accounts:person", key)


@never_cache
@administrators_only
def add(request):
    """Make an account. Nobody sees a password: its owner chooses one by a link."""
    form = AddStaffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with attempt(form):
            user = staff.add_staff(by=request.user, **form.cleaned_data)
            messages.success(request, _("The account is made. Ask for a role; another administrator agrees to it."))
            return redirect("accounts:person", user.key)
    return render(request, "accounts/add_staff.html", {"form": form}, status=400 if form.errors else 200)
