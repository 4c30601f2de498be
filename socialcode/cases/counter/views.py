"""The counter: find who walks in, see what is open, and record what they bring and say."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from socialcode.accounts.access import office_only
from socialcode.accounts.models import Role
from socialcode.cases.access import open_as_staff
from socialcode.cases.policies import check_speaks_for
from socialcode.documents import limit, vault
from socialcode.notices.models import Letter
from socialcode.people import access
from socialcode.refusal import attempt, objection

from . import visiting
from .acts import ACTS
from .forms import VisitorForm

COUNTER = gettext_noop("Work at the counter")
SEARCHED = "counter_search"  # in the session: it is personal


@never_cache
@require_http_methods(["GET", "POST"])
@office_only
def begin(request):
    """Who is it? One who is found alone is shown at once."""
    _counter_only(request)
    form, found, words = VisitorForm(), [], ""
    if request.method == "POST":
        form = VisitorForm(request.POST)
        if form.is_valid():
            words = form.cleaned_data["q"]
            found = visiting.find(words, by=request.user)
            access.record_list([person.iin for person in found], by=request.user, purpose=COUNTER, search=words)
        if len(found) == 1:
            return redirect("work:visitor", found[0].key)
    context = {"form": form, "found": found, "words": words}
    return render(request, "cases/counter/begin.html", context, status=HTTPStatus.BAD_REQUEST if form.errors else 200)


@never_cache
@require_GET
@office_only
def visitor(request, key):
    """One person with their claims, what they receive, and what can be done for them now."""
    _counter_only(request)
    person = access.open_person(key, by=request.user, purpose=COUNTER)
    shown = visiting.visitor(person)
    may = {claim.key for claim in shown.claims if not objection(check_speaks_for, claim, request.user)}
    lines = [(claim, [act for act in ACTS.values() if claim.key in may and act.fits(claim)]) for claim in shown.claims]
    return render(request, "cases/counter/visitor.html", {"visitor": shown, "lines": lines})


@never_cache
@require_http_methods(["GET", "POST"])
@office_only
def act(request, key, name):
    """One of the acts at the counter, on a page of its own."""
    _counter_only(request)
    if name not in ACTS:
        raise Http404
    chosen = ACTS[name]
    claim = open_as_staff(key, by=request.user, purpose=COUNTER)
    form, status = chosen.form(), HTTPStatus.OK
    if request.method == "POST":
        if limit.were_left_out(request):
            raise vault.NoRoomError
        form = chosen.form(request.POST, {"papers": request.FILES.getlist("papers")})
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            with attempt(form) as tried:
                chosen.run(claim, form, request.user)
            if tried.is_done:
                messages.success(request, chosen.done)
                return redirect("work:visitor", claim.applicant.key)
            status = HTTPStatus.CONFLICT
    asked = chosen.asked(claim)
    form.shown = asked.shown
    context = {"claim": claim, "form": form, "act": chosen, "asked": asked.text}
    return render(request, "cases/counter/act.html", context, status=status)


@never_cache
@require_GET
@office_only
def receipt(request, key):
    """What a person takes home: that the claim and its papers were received, and by when it is decided."""
    claim = open_as_staff(key, by=request.user, purpose=COUNTER)
    context = {"claim": claim, "papers": claim.evidence.present(), "officer": request.user}
    return render(request, "cases/counter/receipt.html", context)


@require_GET
@office_only
def letter(request, key):
    """The newest letter about a claim as it was issued: a look of its own, because a copy leaves the portal."""
    claim = open_as_staff(key, by=request.user, purpose=COUNTER, each_time=True)
    found = Letter.objects.filter(number=claim.number).order_by("-issued_at").first()
    if found is None:
        messages.info(request, _("There is no letter about this claim yet."))
        return redirect("work:visitor", claim.applicant.key)
    return HttpResponse(
        bytes(found.pdf),
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'inline; filename="letter-{found.number}.pdf"',
            "Cache-Control": "private, no-store",
        },
    )


def _counter_only(request) -> None:
    if request.user.roles.isdisjoint((Role.OFFICER, Role.HEAD)):
        raise PermissionDenied
