"""Papers of a claim: added by who fills it in, taken back, and handed out through the door only."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from socialcode.cases import access
from socialcode.cases.actions import evidence as actions
from socialcode.cases.citizen import filling
from socialcode.cases.citizen.filling import Filling
from socialcode.cases.citizen.forms import PapersForm
from socialcode.cases.models import Claim, Evidence
from socialcode.cases.policies import check_can_change_papers
from socialcode.documents import limit, original, vault
from socialcode.documents.viewer import View
from socialcode.documents.watching import once_more
from socialcode.refusal import attempt, objection

from ..doors import signed_in

STAYS = "later"  # the button that adds and does not go on


@signed_in
def papers(request, key):
    """The papers of a claim, and a form for more. Good files of a batch are kept even if others are not."""
    claim = access.open_to_fill(key, by=request.user)
    refused = objection(check_can_change_papers, claim, request.user)
    if refused:
        messages.warning(request, refused)
        return redirect("cases:claim", claim.key)
    form, status = PapersForm(), 200
    if request.method == "POST":
        if limit.were_left_out(request):
            raise vault.NoRoomError
        files, goes_on = request.FILES.getlist("papers"), request.POST.get("then") != STAYS
        form = PapersForm(request.POST, {"papers": files})
        status = _add(request, claim, form) if files or not goes_on else 200
        if status == HttpResponse.status_code:
            return redirect(Filling(claim).after(filling.PAPERS) if goes_on else reverse("cases:papers", args=[key]))
    return render(request, "cases/citizen/steps/papers.html", _shown(claim, form), status=status)


def _add(request, claim: Claim, form: PapersForm) -> int:
    """Keep what can be kept; 200 if that was everything."""
    if not form.is_valid():
        return 400
    present = set(claim.evidence.present().values_list("pk", flat=True))
    for paper in form.cleaned_data["papers"]:
        with attempt(form, field="papers") as tried:
            kept = actions.add(claim=claim, paper=paper, by=request.user)
        if not tried.is_done:
            return 409
        if kept.pk in present:
            named = {"name": paper.name, "same": kept.document.name}
            messages.info(request, _("“%(name)s” is among the papers already, as “%(same)s”.") % named)
        present.add(kept.pk)
    for sentence in form.fields["papers"].wrong:
        form.add_error("papers", sentence)
    return 400 if form.errors else 200


def _shown(claim: Claim, form: PapersForm) -> dict:
    filled = Filling(claim)
    kept = claim.evidence.present()
    shown = {"claim": claim, "form": form, "papers": kept, "following": filled.after(filling.PAPERS)}
    if claim.status == Claim.Status.DRAFT:
        shown |= {"steps": filled.steps(filling.PAPERS), "here": filling.PAPERS, "told": filled.said}
    return shown | {"filling": filled}


@require_POST
@signed_in
def remove(request, key, paper):
    claim = access.open_to_fill(key, by=request.user)
    with attempt() as tried:
        actions.remove(evidence=_paper(claim, paper), by=request.user)
    if not tried.is_done:
        messages.warning(request, tried.objection)
        return redirect("cases:claim", claim.key)
    messages.success(request, _("The paper is taken back and its file erased."))
    return redirect("cases:papers", claim.key)


@require_safe
@signed_in
def show(request, key, paper):
    """One paper as the office sees it, page by page."""
    evidence = _paper(access.open_to_fill(key, by=request.user), paper)
    if not evidence.document.may_be_opened:
        return _held(request, evidence)
    shown = {"evidence": evidence, "view": View.asked_for(evidence.document, request.GET)}
    return render(request, "cases/citizen/paper.html", shown)


@require_safe
@signed_in
def states(request, key):
    """The papers of a claim once more, for a page that waits for them to be prepared."""
    claim = access.open_to_fill(key, by=request.user)
    kept = list(claim.evidence.present())
    removable = "removable" in request.GET and not objection(check_can_change_papers, claim, request.user)
    shown = {"papers": kept, "claim": claim, "removable": removable}
    return once_more(request, "cases/citizen/papers_list.html", kept, shown)


@require_safe
@signed_in
def picture(request, key, paper, number):
    return original.picture(_paper(access.open_to_fill(key, by=request.user), paper).document, number)


@require_safe
@signed_in
def save(request, key, paper):
    """The file as it was added."""
    evidence = _paper(access.open_to_fill(key, by=request.user), paper)
    return original.original(evidence.document) if evidence.document.may_be_opened else _held(request, evidence)


def _held(request, evidence: Evidence) -> HttpResponse:
    return render(request, "cases/citizen/paper_held.html", {"evidence": evidence}, status=409)


def _paper(claim: Claim, key) -> Evidence:
    evidence = claim.evidence.present().filter(document__key=key).select_related("claim__person").first()
    if evidence is None:
        raise Http404
    return evidence
