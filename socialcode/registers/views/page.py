"""A person's data: for the person, who acts for them, relatives who were let in, and staff with a purpose."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from socialcode.accounts.models import OF_AN_OFFICE, Role
from socialcode.people import access
from socialcode.people.models import Person

from .. import purposes
from ..finding import matching
from ..forms import FindForm, PurposeForm
from ..sections import one_year, sections

MOST_SOUGHT = 200  # letters of a search
MAY_FIND = (*OF_AN_OFFICE, Role.AUDITOR)


@login_required
def own(request):
    return show(request, own_key(request.user))


def own_key(user):
    """The key of the person an account belongs to. Raises PermissionDenied for staff who are no citizens here."""
    person = access.own_person(user)
    if person is None:
        raise PermissionDenied
    return person.key


@login_required
def show(request, key):
    purpose = purposes.kept(request.session, key)
    try:
        person = access.open_person(key, by=request.user, purpose=purpose)
    except access.PurposeMissingError:
        return _ask_purpose(request, key)
    acts = access.may_act_for(request.user, person)
    query, found = request.GET.get("q", "")[:MOST_SOUGHT].strip(), sections(person)
    context = {
        "person": person,
        "acts": acts,
        "is_own": person.iin == request.user.iin,
        "purpose": "" if acts or access.may_see(request.user, person) else purpose,
        "parts": found,
        "sections": matching(found, query) if query else found,
        "query": query,
    }
    return render(request, "registers/page.html", context | (_others(person) if context["is_own"] else {}))


@login_required
def year(request, key, kind, number):
    """The months of one year; staff need the purpose they stated on the page before."""
    try:
        person = access.open_person(key, by=request.user, purpose=purposes.kept(request.session, key))
    except access.PurposeMissingError:
        return redirect("registers:page", key)
    title, found = one_year(person, kind, number)
    context = {"person": person, "acts": access.may_act_for(request.user, person), "title": title, "year": found}
    return render(request, "registers/year_page.html", context)


def _others(person: Person) -> dict:
    """Whose data the reader may see besides their own."""
    return {
        "wards": access.wards_of(person).order_by("birth_date"),
        "relatives": Person.objects.filter(shared_with__viewer=person, shared_with__ended_at=None),
    }


def _ask_purpose(request, key):
    form = PurposeForm(request.POST or None)
    if form.is_valid():
        purposes.keep(request.session, key, form.cleaned_data["purpose"])
        return redirect("registers:page", key)
    return render(request, "registers/purpose.html", {"form": form})


@login_required
def find(request):
    if not request.user.roles.intersection(MAY_FIND):
        raise PermissionDenied
    form = FindForm(request.POST or None)
    if form.is_valid():
        person = access.find(form.cleaned_data["iin"], by=request.user)
        if person:
            return redirect("registers:page", person.key)
        form.add_error("iin", _("Nobody with this number lives in the territory of your office."))
    return render(request, "registers/find.html", {"form": form})
