"""A year of law at once: one administrator enters the values of a year, another answers to all of them together."""

import datetime

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from socialcode import shown
from socialcode.accounts.access import administrators_only
from socialcode.audit.kinds import kind_in_words
from socialcode.audit.models import Event
from socialcode.law.forms import ReasonForm
from socialcode.law.models import ParameterVersion, ValueSet
from socialcode.law.names import group_of, label
from socialcode.law.policies import FIRST_YEAR, YEARS_AHEAD, check_can_decide, check_can_take_back
from socialcode.law.year import actions, pasting
from socialcode.law.year import shown as seen
from socialcode.law.year.cells import exists, first_day, groups, parameters_to_add
from socialcode.law.year.forms import YearForm
from socialcode.law.year.lapsing import days_left, not_approved
from socialcode.refusal import attempt, objection

from .outlook import outlook, versions_of

READ, CHECK, SEND, ADD = "read", "check", "send", "add"
ANSWERS = {
    "approve": _("Approved. Every value of the set counts from its start date."),
    "return": _("The set is returned to the person who entered it."),
    "take-back": _("The set is taken back. Its dates are free again."),
}
MOST_ADDED = 50


@administrators_only
def next_year(request):
    """The year that is prepared now."""
    return redirect("foresight:year", timezone.localdate().year + 1)


@require_http_methods(["GET", "POST"])
@administrators_only
def year(request, year):
    if not FIRST_YEAR < year <= timezone.localdate().year + YEARS_AHEAD:
        raise Http404
    do = request.POST.get("do", "")
    added = _added(request, do)
    found = groups(year, added)
    data, pasted = _typed(request, found, year, do)
    form = YearForm(data, since=first_day(year), groups=found)
    is_valid = form.is_valid() if data is not None else False
    if do == SEND and is_valid:
        with attempt(form):
            entered = actions.propose_set(proposals=form.proposals, by=request.user)
            messages.success(request, _("Sent. It counts once another administrator approves the set."))
            return redirect("foresight:set", entered.key)
    is_looked_at = do in (CHECK, SEND) and form.proposals
    context = {
        "year": year,
        "since": first_day(year),
        "form": form,
        "groups": [(group, form.rows(group)) for group in found],
        "pasted": pasted,
        "added": added,
        "to_add": [(each.name, f"{label(each)} ({group_of(each)})") for each in parameters_to_add(found)],
        "outlook": outlook(versions_of(form.proposals)) if is_looked_at else None,
        "sets": _sets_of(year),
        **_how_far(year, found),
    }
    return render(request, "foresight/year.html", context)


def _added(request, do: str) -> list[str]:
    """The values that somebody wants besides the usual ones."""
    names = [*request.POST.getlist("added"), *(request.POST.getlist("add") if do == ADD else ())]
    return [name for name in dict.fromkeys(names) if exists(name)][:MOST_ADDED]


def _typed(request, found, year, do):
    """What was sent, with the rows of a pasted table put into their fields."""
    if request.method != "POST":
        return None, None
    data = request.POST.copy()
    if do != READ:
        return data, None
    pasted = pasting.read(data.get("pasted", ""), found, year)
    for name, figure in pasted.found.items():
        data[name] = figure
    data["pasted"] = pasted.left
    return data, pasted


def _how_far(year: int, found) -> dict:
    due = [cell for group in found for cell in group.cells if cell.is_due]
    today = timezone.localdate()
    return {
        "due": len({cell.parameter.name for cell in due}),
        "missing": not_approved(year),
        "days_left": days_left(year, today),
        "renewed_by": today + datetime.timedelta(days=days_left(year, today)),
        "last": year - 1,
        "earlier": year - 2,
    }


def _sets_of(year: int) -> list[tuple[ValueSet, list[ParameterVersion]]]:
    """The sets entered for the day, newest first, each with its versions."""
    sets = ValueSet.objects.filter(since=first_day(year)).select_related("entered_by").prefetch_related("versions")
    return [(each, list(each.versions.all())) for each in sets]


@administrators_only
def value_set(request, key):
    return _show(request, _set(key), ReasonForm())


@require_POST
@administrators_only
def answer(request, key, answer):
    if answer not in ANSWERS:
        raise Http404
    entered, form = _set(key), ReasonForm(request.POST)
    if form.is_valid():
        with attempt(form) as tried:
            if answer == "take-back":
                actions.take_back_set(entered=entered, by=request.user)
            else:
                given = {"agrees": answer == "approve", "reason": form.data.get("reason", "")}
                actions.answer_set(entered=entered, by=request.user, shown=shown.sent(request), **given)
            messages.success(request, ANSWERS[answer])
            return redirect("foresight:set", key)
        return _show(request, entered, form, refused=tried.refused)
    return _show(request, entered, form)


def _set(key) -> ValueSet:
    return get_object_or_404(ValueSet.objects.select_related("entered_by"), key=key)


def _show(request, entered: ValueSet, form: ReasonForm, refused=None):
    lines = seen.lines(entered)
    waiting = [line.version for line in lines if line.version.state == ParameterVersion.State.PROPOSED]
    is_other = bool(shown.key_shown(refused))
    context = {
        "set": entered,
        "lines": lines,
        "versions": [line.version for line in lines],
        "last": entered.since.year - 1,
        "changed": seen.changed_since(request.POST.get("seen", ""), lines) if is_other else [],
        "waiting": waiting,
        "form": form,
        "shown": seen.stamp_of_set(entered, lines),
        "seen": seen.marks(lines),
        "objection": objection(check_can_decide, waiting[0], request.user) if waiting else "",
        "may_take_back": bool(waiting) and not objection(check_can_take_back, waiting[0], request.user),
        "outlook": outlook(waiting) if waiting else None,
        "events": [(kind_in_words(event.kind), event) for event in Event.objects.about(entered)],
    }
    return render(request, "foresight/set.html", context, status=refused.status if refused else 200)
