"""One version of a value: what it changes, what became of it, and the second person's decision."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from socialcode import shown
from socialcode.accounts.access import administrators_only
from socialcode.audit.kinds import kind_in_words
from socialcode.audit.models import Event
from socialcode.refusal import attempt, objection

from .. import actions, numbers, policies
from ..forms import ReasonForm
from ..models import ParameterVersion

DECISIONS = {
    "approve": (actions.approve, _("Approved. The value counts from its start date.")),
    "return": (actions.send_back, _("Returned to the person who entered it.")),
    "take-back": (actions.take_back, _("Taken back. The date is free again.")),
    "ask-withdrawal": (actions.ask_withdrawal, _("Asked. Another administrator has to confirm the withdrawal.")),
    "confirm-withdrawal": (actions.confirm_withdrawal, _("Withdrawn. The value will not come into force.")),
    "decline-withdrawal": (actions.decline_withdrawal, _("Declined. The value stays approved.")),
}
WITH_REASON = ("return", "ask-withdrawal")
AS_SHOWN = ("approve", "return", "confirm-withdrawal", "decline-withdrawal")  # they answer to what another wrote


@administrators_only
def page(request, pk):
    return _show(request, _version(pk), ReasonForm())


@require_POST
@administrators_only
def decide(request, pk, decision):
    if decision not in DECISIONS:
        raise Http404
    version, form = _version(pk), ReasonForm(request.POST)
    action, done = DECISIONS[decision]
    given = {"reason": form.data.get("reason", "")} if decision in WITH_REASON else {}
    given |= {"shown": shown.sent(request)} if decision in AS_SHOWN else {}
    if form.is_valid():
        with attempt(form):
            action(version=version, by=request.user, **given)
            messages.success(request, done)
            return redirect("law:version", pk)
    return _show(request, _version(pk), form)


def _version(pk):
    return get_object_or_404(ParameterVersion.objects.with_people(), pk=pk)


def _show(request, version, form):
    before = policies.value_before(version.name, version.region, version.since)
    events = Event.objects.about(version)
    context = {
        "version": version,
        "parameter": version.parameter,
        "differences": numbers.compared(version.parameter, before, version.exact_value),
        "events": [(kind_in_words(event.kind), event) for event in events],
        "form": form,
        "shown": shown.stamp_of(version),
        "objection": objection(policies.check_can_decide, version, request.user),
        "may_take_back": not objection(policies.check_can_take_back, version, request.user),
        "may_ask_withdrawal": not objection(policies.check_can_ask_withdrawal, version, request.user),
        "withdrawal_objection": objection(policies.check_can_decide_withdrawal, version, request.user),
    }
    return render(request, "law/version.html", context)
