"""The step of a claim that says for whom it is, where no register ties that person to who applies."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from socialcode.awards.whom import role_named
from socialcode.cases.actions import applying, naming, together
from socialcode.cases.citizen import filling
from socialcode.cases.citizen.filling import Filling
from socialcode.cases.citizen.naming import TEXTS, TITLES, NamingForm, Role
from socialcode.cases.models import Claim
from socialcode.cases.one_right import asked_before
from socialcode.refusal import attempt

from .steps import step

ANOTHER = "another"  # what the button "Save and add another child" sends


@step
def whom(request, filled):
    """Who it is. Somebody whom a register knows as the applicant's child after all is that child from here on."""
    claim, role = filled.claim, role_named(filled.provision)
    if claim.status != Claim.Status.DRAFT or not filled.names_somebody:
        return redirect("cases:continue", claim.key)
    form = NamingForm(request.POST or None, role=role, named=claim.named)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            with attempt(form) as tried:
                claim = naming.name_somebody(claim=claim, given=form.cleaned_data, by=request.user)
            if tried.is_done:
                return _named(request, claim)
            status = 409
            claim.refresh_from_db()
    shown = {
        "filling": filled,
        "claim": filled.claim,
        "steps": filled.steps(filling.WHOM),
        "form": form,
        "title": TITLES[role],
        "text": TEXTS[role],
        "may_add": role == Role.CHILD and not claim.is_paper,
    }
    return render(request, "cases/citizen/steps/whom.html", shown, status=status)


def _named(request, claim: Claim):
    if claim.subject:
        known = _("The registers know this child as yours: %(name)s. You need not write it yourself.")
        messages.info(request, known % {"name": claim.subject.full_name})
    if before := asked_before(claim):
        messages.warning(request, before)
    if request.POST.get("then") == ANOTHER:
        said = together.of_no_child(claim.provision, claim.answers)
        wish = applying.Wish(claim.provision, claim.person, answers=said)
        other = applying.begin(wish=wish, by=request.user)
        together.join(claims=[claim, other])
        return redirect("cases:whom", other.key)
    return redirect(Filling(claim).address(filling.REGISTERS))
