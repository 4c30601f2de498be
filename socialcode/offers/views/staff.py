"""Whom an office has to call or visit about what they have a right to, and what came of it."""

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from socialcode.accounts.access import office_only
from socialcode.engine.registry import registry
from socialcode.notices import letters
from socialcode.notices.models import Letter
from socialcode.offers import access, policies
from socialcode.offers.actions.calling import settle
from socialcode.offers.forms import CallForm
from socialcode.offers.models import CallTask
from socialcode.refusal import attempt, objection

A_PAGE = 50
Reason = CallTask.Reason


@require_safe
@office_only
def calls(request):
    """The list of an office, of one reason or of all, the longest waiting first."""
    reason = request.GET.get("reason", "")
    if reason and reason not in Reason:
        raise Http404
    waiting = access.calls_of(request.user)
    counts = dict(waiting.order_by().values_list("reason").annotate(rows=Count("pk")))
    chosen = waiting.filter(reason=reason) if reason else waiting
    page = Paginator(chosen.select_related("person", "offer"), A_PAGE).get_page(request.GET.get("page"))
    access.record_names(page, by=request.user)
    tabs = [("", _("All"), sum(counts.values()))]
    tabs += [(name, label, counts[name]) for name, label in Reason.choices if name in counts]
    return render(request, "offers/staff/calls.html", {"page": page, "tabs": tabs, "reason": reason})


@require_http_methods(["GET", "POST"])
@office_only
def call(request, key):
    """One person to call: the phone, what is offered, what is left to ask, what they wrote."""
    found = access.open_call(key, by=request.user)
    form = CallForm(request.POST or None, call=found)
    if request.method == "POST" and form.is_valid():
        with attempt(form):
            settle(call=found, by=request.user, **form.cleaned_data)
            messages.success(request, _("Kept."))
            return redirect("offers:calls")
    stands_against = objection(policies.check_settles, found, request.user)
    facts = registry.provision(found.provision).facts if found.provision else {}
    shown = {
        "call": found,
        "rights": list(found.offer.rights.order_by("pk")) if found.offer else [],
        "missing": [facts[name] for name in found.missing if name in facts],
        "form": form,
        "has_letter": _letter_of(found) is not None,
        "objection": stands_against,
    }
    return render(request, "offers/staff/call.html", shown, status=HTTPStatus.BAD_REQUEST if form.errors else 200)


@require_safe
@office_only
def letter(request, key):
    """The letter that the office prints and posts to somebody who did not answer."""
    found = _letter_of(access.open_call(key, by=request.user))
    if found is None:
        raise Http404
    return letters.as_file(found)


def _letter_of(call: CallTask) -> Letter | None:
    if call.way != CallTask.Way.LETTER or call.offer is None:
        return None
    return Letter.objects.filter(notice=call.offer.notice_id).first()
