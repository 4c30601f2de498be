"""Pages of who acts for an organisation: their organisations, one of them, its people, the right to act."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from employment.employers import access
from employment.employers.actions import rights
from employment.employers.doors import citizens_only
from employment.employers.forms import AskForm, NameForm
from employment.employers.models import Representation
from socialcode.cases.citizen.doors import signed_in
from socialcode.people.access import own_person
from socialcode.refusal import attempt


@require_safe
@citizens_only
def mine(request):
    """The organisations that somebody acts for, and what they asked for."""
    asked = request.own.right_requests.exclude(state="confirmed").order_by("-pk")[:10]
    context = {"organisations": access.organisations_of(request.user), "asked": asked}
    return render(request, "employment/employers/mine.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@citizens_only
def ask(request):
    """Ask for the right to act for an organisation."""
    form, status = AskForm(), HTTPStatus.OK
    if request.method == "POST":
        form, status = AskForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            with attempt(form):
                rights.ask(by=request.user, **form.cleaned_data)
                messages.success(request, _("You have asked. The office answers when it has seen your paper."))
                return redirect("employers:mine")
            status = HTTPStatus.CONFLICT
    return render(request, "employment/employers/ask.html", {"form": form}, status=status)


@require_POST
@signed_in
def take_back(request, key):
    """Take back what one asked for."""
    asked = access.own_request(key, by=request.user)
    with attempt() as tried:
        rights.take_back(request=asked, by=request.user)
        messages.success(request, _("Your request is taken back."))
    if not tried.is_done:
        messages.error(request, tried.objection)
    return redirect("employers:mine")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def people(request, key):
    """Who acts for the organisation; who leads it names one more."""
    organisation = access.open_own(key, by=request.user)
    form, status = NameForm(), HTTPStatus.OK
    if request.method == "POST":
        form, status = NameForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            with attempt(form):
                rights.name_representative(organisation=organisation, by=request.user, **form.cleaned_data)
                messages.success(request, _("This person acts for the organisation now, and is told so."))
                return redirect("employers:people", key)
            status = HTTPStatus.CONFLICT
    context = {
        "organisation": organisation,
        "heads": organisation.who_acts(),
        "rights": Representation.objects.now().filter(organisation=organisation).select_related("person"),
        "may_name": access.may_bind(request.user, organisation),
        "own": own_person(request.user),
        "form": form,
    }
    return render(request, "employment/employers/people.html", context, status=status)


@require_POST
@signed_in
def end_right(request, key, right):
    """End the right of one person; who ends the own one leaves the organisation's pages."""
    organisation = access.open_own(key, by=request.user)
    found = Representation.objects.filter(organisation=organisation, key=right).first()
    if found is None:
        raise PermissionDenied
    with attempt() as tried:
        rights.end(right=found, by=request.user)
        messages.success(request, _("This right is ended."))
    if not tried.is_done:
        messages.error(request, tried.objection)
    if access.may_act(request.user, organisation):
        return redirect("employers:people", key)
    return redirect("employers:mine")
