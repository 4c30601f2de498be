"""The page of a claim for the staff, and every act on it: each a form that posts to an address of its own."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_POST

from socialcode.accounts.access import office_only, staff_only
from socialcode.accounts.models import Role
from socialcode.cases import access
from socialcode.cases.policies import is_of_office
from socialcode.cases.ruling import PARTS
from socialcode.cases.staff import news
from socialcode.cases.staff.casefile import CaseFile
from socialcode.cases.staff.family_entitlements import entitlements_of
from socialcode.cases.staff.history import timeline
from socialcode.cases.staff.household_file import file_of
from socialcode.cases.staff.judging import beside, contradictions, hindrances, judged
from socialcode.cases.staff.looking import WORK, purpose_of
from socialcode.cases.staff.next_acts import Wanted, acts
from socialcode.cases.staff.staff_actions import STAFF_ACTIONS, forms_for, objection
from socialcode.refusal import attempt
from socialcode.shown import key_shown

BESIDE = {"write", "mark", "clear-warning"}  # acts that move no claim on
FAMILY = gettext_noop("What else the family has a right to")


@require_GET
@staff_only
def page(request, key):
    claim = _opened(request, key)
    news.read(claim, request.user)
    return _show(request, claim)


@require_POST
@office_only
def act(request, key, name):
    if name not in STAFF_ACTIONS:
        raise Http404
    claim = access.act_as_staff(key, by=request.user)
    chosen = STAFF_ACTIONS[name]
    form = chosen.form(request.POST, claims=[claim], by=request.user)
    status, instead_of = HTTPStatus.BAD_REQUEST, ""
    if form.is_valid():
        with attempt(form) as tried:
            chosen.run(claim, form)
        if tried.is_done and request.htmx and name == "mark":
            return _marked(request, _opened(request, key), form.cleaned_data["section"])
        if tried.is_done:
            messages.success(request, chosen.done)
            return redirect("work:queue") if chosen.leaves else redirect("work:case", key)
        instead_of = key_shown(tried.refused)
        status = HTTPStatus.CONFLICT
    return _show(request, _opened(request, key), failed={name: form}, instead_of=instead_of, status=status)


@require_GET
@staff_only
def family(request, key):
    """What the family receives and what else it may have a right to: a page, or a part of the claim's page."""
    claim = _opened(request, key, FAMILY)
    persons = access.open_family(claim, by=request.user, purpose=FAMILY)
    context = {"claim": claim, "family": entitlements_of(persons, claim.person, claim.on)}
    if request.htmx:
        return render(request, "cases/staff/family_part.html", context)
    context["file"] = file_of(persons, timezone.localdate(), by=request.user)
    return render(request, "cases/staff/family.html", context)


def _opened(request, key, purpose=WORK):
    return access.open_as_staff(key, by=request.user, purpose=purpose_of(request.user, purpose))


def _marked(request, claim, part):
    """A mark that was saved in its place, and what is still in the way."""
    case = CaseFile(claim)
    context = {
        "name": part,
        "title": PARTS[part],
        "mark": case.checklist[part],
        "may_mark": True,
        "claim": claim,
        "hindrances": hindrances(case),
    }
    return render(request, "cases/staff/case/marked.html", context)


def _show(request, claim, failed=None, instead_of="", status=HTTPStatus.OK):
    case = CaseFile(claim)
    forms = forms_for(case, request.user, failed or {})
    conditions = judged(case)
    context = {
        "case": case,
        "claim": claim,
        "forms": forms,
        "acts": acts(forms, claim, failed, Wanted(request.GET.get("act", ""), request.GET.get("text", ""))),
        "may_move": not forms.keys() <= BESIDE,
        "conditions": conditions,
        "facts": beside(case, conditions),
        "contradictions": contradictions(case),
        "hindrances": hindrances(case),
        "changed": case.changed_since(instead_of),
        "failed": failed,
        "parts": PARTS,
        "timeline": timeline(claim),
        "approval_objection": objection(claim, request.user),
        "is_officer": Role.OFFICER in request.user.roles,
        "is_of_office": is_of_office(claim, request.user),
    }
    return render(request, "cases/staff/case/page.html", context, status=status)
