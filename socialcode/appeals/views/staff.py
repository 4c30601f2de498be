"""The staff's pages of complaints: the list with its clock, one complaint with what can be done, and the counter."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from socialcode.accounts.access import office_only, staff_only
from socialcode.accounts.models import Role
from socialcode.appeals import access, policies
from socialcode.appeals import queue as lists
from socialcode.appeals.actions import filing
from socialcode.appeals.acts import ACTS, Seen, offered
from socialcode.appeals.casefile import CaseFile
from socialcode.appeals.course import planned
from socialcode.appeals.forms import ComplaintForm
from socialcode.cases.access import open_as_staff, record_list
from socialcode.cases.counter.views import COUNTER
from socialcode.cases.staff.looking import purpose_of
from socialcode.decisions.policies import is_late_to_appeal, last_day_to_appeal
from socialcode.refusal import attempt, objection

from .citizen import complaint_form, receipt_of, tell_left_out

WORK = gettext_noop("Work on a complaint")
LIST = gettext_noop("The office's list of complaints")


@require_GET
@never_cache
@office_only
def queue(request):
    tab = request.GET.get("tab") if request.GET.get("tab") in lists.TABS else "open"
    page = lists.listed(request.user, tab, request.GET.get("page", "1"))
    record_list([proceeding.claim for proceeding in page], by=request.user, purpose=LIST)
    context = {"page": page, "tabs": lists.tabs(request.user, tab), "is_closed": tab == "closed"}
    return render(request, "appeals/staff/queue.html", context)


@require_GET
@never_cache
@staff_only
def case(request, key):
    return _show(request, _opened(request, key))


@require_POST
@office_only
def act(request, key, name):
    if name not in ACTS:
        raise Http404
    proceeding, chosen = access.act_as_staff(key, by=request.user), ACTS[name]
    form = chosen.form(request.POST, proceeding=proceeding, by=request.user)
    status = HTTPStatus.BAD_REQUEST
    if form.is_valid():
        with attempt(form) as tried:
            chosen.run(proceeding, form)
        if tried.is_done:
            messages.success(request, chosen.done)
            return redirect("appeals:case", key)
        status = HTTPStatus.CONFLICT
    return _show(request, _opened(request, key), (name, form), status)


@never_cache
@require_http_methods(["GET", "POST"])
@office_only
def at_counter(request, key):
    """Write down the complaint of a person who came: of the decision on the claim with this key."""
    _counter_only(request)
    claim = open_as_staff(key, by=request.user, purpose=COUNTER)
    decision = claim.decisions.order_by("-pk").first()
    if decision is None or decision.in_effect_since is None:
        messages.info(request, _("Nothing has been decided on this claim yet."))
        return redirect("work:visitor", claim.applicant.key)
    before = decision.proceedings.exclude(state="withdrawn").first()
    if before and request.method == "GET":
        return redirect("appeals:case", before.key)
    is_late = is_late_to_appeal(decision)
    form, status = ComplaintForm(is_late=is_late), HTTPStatus.OK
    if request.method == "POST":
        form, status = complaint_form(request, is_late), HTTPStatus.BAD_REQUEST
        if form.is_valid():
            with attempt(form, field="text") as tried:
                filed = filing.file(decision=decision, by=request.user, **form.cleaned_data)
            if tried.is_done:
                messages.success(request, _("The complaint is recorded, and the person is told of it."))
                tell_left_out(request, form)
                return redirect("appeals:counter_receipt", filed.key)
            status = HTTPStatus.CONFLICT
    context = {
        "form": form,
        "claim": claim,
        "last_day": last_day_to_appeal(decision),
        "is_late": is_late,
        "steps": planned(claim.office),
        "objection": objection(policies.check_may_file, decision, request.user),
    }
    return render(request, "appeals/staff/at_counter.html", context, status=status)


@never_cache
@require_GET
@office_only
def counter_receipt(request, key):
    """What a person takes home who complained at the counter."""
    _counter_only(request)
    proceeding = access.open_as_staff(key, by=request.user, purpose=COUNTER)
    back = reverse("work:visitor", args=[proceeding.claim.applicant.key])
    return render(request, "appeals/receipt.html", receipt_of(proceeding, back))


def _opened(request, key):
    return access.open_as_staff(key, by=request.user, purpose=purpose_of(request.user, WORK))


def _show(request, proceeding, failed=None, status=HTTPStatus.OK):
    case_file = CaseFile(proceeding, request.user)
    seen = Seen(proceeding, case_file.computed)
    context = {
        "proceeding": proceeding,
        "claim": proceeding.claim,
        "case": case_file,
        "acts": offered(seen, request.user, failed),
        "has_failed": failed is not None,
    }
    return render(request, "appeals/staff/case.html", context, status=status)


def _counter_only(request) -> None:
    if request.user.roles.isdisjoint((Role.OFFICER, Role.HEAD)):
        raise PermissionDenied
