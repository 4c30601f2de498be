"""The citizen's complaints: write one, see all, follow one, add papers, take it back, print the receipt."""

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from socialcode.appeals import access, policies
from socialcode.appeals.actions import filing
from socialcode.appeals.course import course, planned
from socialcode.appeals.following import Following
from socialcode.appeals.forms import ComplaintForm
from socialcode.cases.citizen.doors import signed_in
from socialcode.cases.citizen.forms import PapersForm, TextForm
from socialcode.decisions.policies import is_late_to_appeal, last_day_to_appeal
from socialcode.documents import limit, vault
from socialcode.people.access import own_person
from socialcode.refusal import attempt, objection

A_PAGE = 20


@require_safe
@signed_in
def mine(request):
    found = access.complaints_of(request.user).whole().order_by("-pk")
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "appeals/citizen/mine.html", {"page": page, "own": own_person(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def begin(request, key):
    """Complain of a decision; who has done so already goes to the complaint."""
    decision = access.open_decision(key, by=request.user)
    before = decision.proceedings.exclude(state="withdrawn").order_by("-pk").first()
    if before and request.method != "POST":
        return redirect(before)
    is_late = is_late_to_appeal(decision)
    form, status = ComplaintForm(is_late=is_late), HTTPStatus.OK
    if request.method == "POST":
        form, status = complaint_form(request, is_late), HTTPStatus.BAD_REQUEST
        if form.is_valid():
            with attempt(form, field="text") as tried:
                filed = filing.file(decision=decision, by=request.user, **form.cleaned_data)
            if tried.is_done:
                messages.success(request, _("Your complaint is sent. Here you see what follows."))
                tell_left_out(request, form)
                return redirect(filed)
            status = HTTPStatus.CONFLICT
    claim = policies.claim_of(decision)
    shown = {
        "form": form,
        "decision": decision,
        "claim": claim,
        "last_day": last_day_to_appeal(decision),
        "is_late": is_late,
        "steps": planned(claim.office),
        "objection": objection(policies.check_may_file, decision, request.user),
    }
    return render(request, "appeals/citizen/begin.html", shown, status=status)


@require_safe
@signed_in
def appeal(request, key):
    """Where a complaint stands."""
    proceeding = access.open_as_citizen(key, by=request.user)
    shown = {"following": Following(proceeding, request.user), "proceeding": proceeding, "steps": course(proceeding)}
    return render(request, "appeals/citizen/appeal.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def papers(request, key):
    """Add papers until the answer is written. Good files of a batch are kept even if others are not."""
    proceeding = access.open_as_citizen(key, by=request.user)
    if refused := objection(policies.check_can_add_papers, proceeding, request.user):
        messages.warning(request, refused)
        return redirect(proceeding)
    form, status = PapersForm(), HTTPStatus.OK
    if request.method == "POST":
        if limit.were_left_out(request):
            raise vault.NoRoomError
        form, status = PapersForm(request.POST, {"papers": request.FILES.getlist("papers")}), HTTPStatus.BAD_REQUEST
        if form.is_valid():
            with attempt(form, field="papers") as tried:
                for paper in form.cleaned_data["papers"]:
                    filing.add_paper(proceeding=proceeding, paper=paper, by=request.user)
            if tried.is_done:
                messages.success(request, _("The papers are added."))
                tell_left_out(request, form)
                return redirect(proceeding)
            status = HTTPStatus.CONFLICT
    shown = {"form": form, "proceeding": proceeding}
    return render(request, "appeals/citizen/papers.html", shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def withdraw(request, key):
    proceeding = access.open_as_citizen(key, by=request.user)
    form = TextForm(request.POST or None, label=_("Why? You need not say it."), required=False)
    with attempt() as tried:
        if request.method == "POST" and form.is_valid():
            filing.withdraw(proceeding=proceeding, by=request.user, reason=form.cleaned_data["text"])
            messages.success(request, _("The complaint is taken back."))
            return redirect(proceeding)
        policies.check_can_withdraw(proceeding, request.user)
    shown = {"form": form, "proceeding": proceeding, "objection": tried.objection}
    shown["last_day"] = last_day_to_appeal(proceeding.decision)
    status = HTTPStatus.OK if tried.is_done else HTTPStatus.CONFLICT
    return render(request, "appeals/citizen/withdraw.html", shown, status=status)


@require_safe
@signed_in
def receipt(request, key):
    """That the complaint was received, by whom, and by when it is answered: to print and to keep."""
    proceeding = access.open_as_citizen(key, by=request.user)
    return render(request, "appeals/receipt.html", receipt_of(proceeding, reverse("appeals:appeal", args=[key])))


def complaint_form(request, is_late: bool) -> ComplaintForm:
    """The form with what was sent. Raises NoRoomError where files had to be left out."""
    if limit.were_left_out(request):
        raise vault.NoRoomError
    return ComplaintForm(request.POST, {"papers": request.FILES.getlist("papers")}, is_late=is_late)


def tell_left_out(request, form) -> None:
    """The files that are none the portal keeps, each with why; the others are kept."""
    for sentence in getattr(form.fields["papers"], "wrong", ()):
        messages.warning(request, sentence)


def receipt_of(proceeding, back: str) -> dict:
    """What the receipt of a complaint shows; `back` leads one step back."""
    kept = proceeding.appeal.evidence.present()
    return {"proceeding": proceeding, "papers": kept, "steps": course(proceeding), "back": back}
