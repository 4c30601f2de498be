"""An officer enters a claim that came on paper; the steps are the citizen's own, and the claim stays marked."""

from contextlib import suppress
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from socialcode.cases.actions import applying
from socialcode.cases.models import Claim
from socialcode.cases.paper import check_can_enter_on_paper
from socialcode.people import access
from socialcode.people.models import Person
from socialcode.refusal import attempt, objection

from ..forms import PaperClaimForm

PURPOSE = "A claim that came on paper"


@never_cache
@login_required
def enter(request):
    """Who applies for what. Below it the officer's own paper claims that are not sent yet."""
    refused = objection(check_can_enter_on_paper, request.user)
    if refused:
        raise PermissionDenied(refused)
    form = PaperClaimForm(request.POST or None, applicant=_visitor(request))
    if request.method == "POST" and form.is_valid():
        claim = _entered(form, request.user)
        if claim and claim.is_paper and claim.entered_by == request.user:
            return redirect("cases:continue", claim.key)
        if claim:
            told = _("There is an open claim for this already: %(number)s.") % {"number": claim.number or _("a draft")}
            form.add_error(None, told)
    drafts = Claim.objects.filter(entered_by=request.user, status=Claim.Status.DRAFT).select_related("person")
    return render(request, "cases/staff/papers/on_paper.html", {"form": form, "drafts": drafts.order_by("-begun_at")})


def _visitor(request) -> str:
    """The IIN of the visitor whose key the address has; a key and no number, because addresses are not private."""
    try:
        key = UUID(request.GET.get("for", ""))
    except ValueError:
        return ""
    with suppress(PermissionDenied):
        return access.open_person(key, by=request.user, purpose=PURPOSE).iin
    return ""


def _entered(form: PaperClaimForm, by) -> Claim | None:
    """The claim begun, or None with the reason in the form."""
    given = form.cleaned_data
    person = _person(form, "applicant", by)
    child = _person(form, "child", by) if given["child"] else None
    if form.errors:
        return None
    wish = applying.Wish(given["provision"], person, child, given["received_on"])
    with attempt(form):
        return applying.enter_on_paper(wish=wish, by=by)
    return None


def _person(form: PaperClaimForm, field: str, by) -> Person | None:
    """The person of an IIN, through the door; to officers elsewhere they do not exist."""
    found = Person.objects.filter(iin=form.cleaned_data[field]).only("key").first()
    try:
        return access.open_person(found.key if found else None, by=by, purpose=PURPOSE)
    except PermissionDenied:
        form.add_error(field, _("There is nobody with this IIN in the territory of your office."))
    return None
