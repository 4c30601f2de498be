"""New amounts of all monthly payments: asked for by one administrator, looked at and agreed to by another."""

from decimal import Decimal

from django import forms
from django.contrib import messages
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from socialcode import shown
from socialcode.accounts.access import administrators_only
from socialcode.audit.kinds import kind_in_words
from socialcode.audit.models import Event
from socialcode.engine.registry import registry
from socialcode.law.fields import DayField
from socialcode.law.forms import ReasonForm
from socialcode.law.policies import change_in_percent
from socialcode.law.year.cells import first_day
from socialcode.refusal import attempt, objection
from socialcode.waking import wake

from . import actions, policies, tasks
from .late import late
from .models import Indexation, Line
from .touched import changed_values

SHOWN = 20  # the largest differences, and what a person has to look at
STEPS = {
    "agree": _("Agreed. The new amounts are being put in effect."),
    "return": _("Returned with your reason. Nothing changed."),
    "cancel": _("Called off. Nothing changed."),
}


class StartForm(forms.Form):
    """From which day new values of the law change payments."""

    since = DayField(label=_("From which day do the new values count?"))


@require_http_methods(["GET", "POST"])
@administrators_only
def runs(request):
    """All computations, and the way to a new one."""
    january = first_day(timezone.localdate().year + 1)
    form = StartForm(request.POST or None, initial={"since": january})
    if request.method == "POST" and form.is_valid():
        with attempt(form):
            run = actions.start(since=form.cleaned_data["since"], by=request.user)
            wake(tasks.keep_indexing)
            messages.success(request, _("The new amounts are being computed. Nothing changes before another agrees."))
            return redirect("indexation:run", run.key)
    context = {
        "form": form,
        "late": late(timezone.localdate()),
        "runs": Indexation.objects.select_related("asked_by", "answered_by")[:SHOWN],
    }
    return render(request, "indexation/runs.html", context)


@administrators_only
def run(request, key):
    return _show(request, _run(key), ReasonForm())


@require_POST
@administrators_only
def take(request, key, step):
    if step not in STEPS:
        raise Http404
    run, form = _run(key), ReasonForm(request.POST)
    if form.is_valid():
        with attempt(form):
            if step == "cancel":
                actions.cancel(run=run, by=request.user)
            else:
                given = {"agrees": step == "agree", "reason": form.data.get("reason", "")}
                actions.answer(run=run, by=request.user, shown=shown.sent(request), **given)
            wake(tasks.keep_indexing)
            messages.success(request, STEPS[step])
            return redirect("indexation:run", key)
    return _show(request, _run(key), form)


def _run(key) -> Indexation:
    return get_object_or_404(Indexation.objects.select_related("asked_by", "answered_by"), key=key)


def _show(request, run: Indexation, form: ReasonForm):
    """Amounts by the number of the claim: who gets them is no matter of this page."""
    lines = Line.objects.filter(run=run).with_rights()
    largest = lines.to_release().annotate(by=F("after") - F("before")).order_by("-by", "pk")[:SHOWN]
    counts = run.slices.counts()
    context = {
        "run": run,
        "slices": {"done": run.slices.exclude(done_at=None).count(), "all": run.slices.count()},
        "failed": run.slices.left().filter(failures__gt=0),
        "looked_at": counts["looked_at"],
        "sums": _sums(run),
        "provisions": [_of_provision(row, run) for row in run.report.get("provisions", ())],
        "largest": [_titled(line) for line in largest],
        "held": [_titled(line) for line in lines.exclude(held="").order_by("held", "pk")[:SHOWN]],
        "held_counts": [(Line.Held(why).label, count) for why, count in run.report.get("held", {}).items()],
        "values": changed_values([registry.provision(name) for name in run.provisions], run.since),
        "form": form,
        "shown": actions.stamp_of_run(run),
        "objection": objection(policies.check_can_answer, run, request.user),
        "may_cancel": not objection(policies.check_can_cancel, run, request.user),
        "events": [(kind_in_words(event.kind), event) for event in Event.objects.about(run)],
    }
    return render(request, "indexation/run.html", context)


def _sums(run: Indexation) -> dict:
    before, after = (Decimal(run.report.get(name, 0)) for name in ("before", "after"))
    return {"before": before, "after": after, "more": after - before, "percent": _percent(before, after)}


def _percent(before: Decimal, after: Decimal | None) -> Decimal | None:
    change = change_in_percent(before, after)
    return None if change is None else change.quantize(Decimal("0.1"))


def _of_provision(row: dict, run: Indexation) -> dict:
    before, after = Decimal(row["before"]), Decimal(row["after"])
    title = registry.provision(row["provision"]).title
    return {**row, "title": title, "before": before, "after": after, "more": after - before}


def _titled(line: Line) -> dict:
    title = registry.provision(line.award.provision).title
    return {"line": line, "title": title, "percent": _percent(line.before, line.after)}
