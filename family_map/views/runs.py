"""The calculation for all families, as administrators steer it: numbers of families, never a family."""

import datetime
from collections import Counter

from babel.dates import format_timedelta
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from family_map import actions, policies, tasks
from family_map.family_card import LEVELS
from family_map.models import Run
from family_map.run.comparing import GONE, compared
from family_map.run.progress import Progress
from socialcode.accounts.access import administrators_only
from socialcode.engine.registry import registry
from socialcode.law.regions import regions
from socialcode.refusal import attempt, objection
from socialcode.waking import wake

RUNS_A_PAGE = 20
ACTS = {
    "pause": (actions.pause_run, policies.check_can_pause, _("Pause")),
    "resume": (actions.resume_run, policies.check_can_resume, _("Go on")),
    "try-again": (actions.try_again, policies.check_can_try_again, _("Try the failed parts again")),
    "cancel": (actions.cancel_run, policies.check_can_cancel, _("Call off")),
}
DONE = {
    "pause": _("Paused. The parts in hand are finished, no other is begun."),
    "resume": _("The calculation goes on."),
    "try-again": _("The failed parts are tried again."),
    "cancel": _("Called off. What was found so far stays."),
}


@require_safe
@administrators_only
def listed(request):
    """All runs, the newest first."""
    page = Paginator(Run.objects.with_progress().order_by("-pk"), RUNS_A_PAGE).get_page(request.GET.get("page"))
    hindrance = objection(policies.check_can_start, request.user)
    return render(request, "family_map/runs.html", {"page": page, "hindrance": hindrance})


@require_POST
@administrators_only
def start(request):
    with attempt() as tried:
        run = actions.start_run(by=request.user)
        wake(tasks.keep_runs_going)
        return redirect("family_map:run", run.key)
    messages.error(request, tried.objection)
    return redirect("family_map:runs")


@require_safe
@administrators_only
def one(request, key):
    """How far it is; once finished, what changed since the run before, or since another one that is asked for."""
    run = get_object_or_404(Run, key=key)
    earlier = _earlier(run, request.GET.get("since"))
    report = compared(earlier, run) if earlier else run.report
    progress = Progress.of(run)
    context = {
        "run": run,
        "progress": progress,
        "left": format_timedelta(progress.left, locale=get_language()) if progress.left else "",
        "acts": [(act, word) for act, (_do, check, word) in ACTS.items() if not objection(check, run, request.user)],
        "failures": run.slices.left().filter(failures__gt=0).order_by("first")[:RUNS_A_PAGE],
        "earlier": Run.objects.finished().filter(pk__lt=run.pk)[:RUNS_A_PAGE],
        "since": earlier or Run.objects.filter(pk=report.get("since")).first(),
        "report": report,
        "moves": _moves(report),
        "by_region": _by_region(report),
        "through": _through(report, run.on),
    }
    return render(request, "family_map/run.html", context)


@require_POST
@administrators_only
def act(request, key, act):
    if act not in ACTS:
        raise Http404
    with attempt() as tried:
        ACTS[act][0](run=get_object_or_404(Run, key=key), by=request.user)
        messages.success(request, DONE[act])
        wake(tasks.keep_runs_going)
    if not tried.is_done:
        messages.error(request, tried.objection)
    return redirect("family_map:run", key)


def _earlier(run: Run, asked: str | None) -> Run | None:
    """The run that the reader compares with; 404 where no finished run before this one has that number."""
    if not asked or run.finished_at is None:
        return None
    number = int(asked) if asked.isdecimal() and asked.isascii() else 0
    return get_object_or_404(Run.objects.finished().filter(pk__lt=run.pk), pk=number)


def _named(level: str) -> str:
    return str(_("no such family")) if level == GONE else level.replace("..", "–")


def _moves(report: dict) -> list[dict]:
    """Families by the level they left and the one they came to, the most first."""
    families, persons = Counter(), Counter()
    for move in report.get("moves", ()):
        pair = (move["from"], move["to"])
        families[pair] += move["families"]
        persons[pair] += move["persons"]
    return [
        {"before": _named(pair[0]), "after": _named(pair[1]), "families": count, "persons": persons[pair]}
        for pair, count in families.most_common()
    ]


def _by_region(report: dict) -> list[dict]:
    """How many families of a region stand better, worse, or otherwise less or more surely."""
    found: dict[str, Counter] = {}
    for move in report.get("moves", ()):
        found.setdefault(move["region"], Counter())[_direction(move["from"], move["to"])] += move["families"]
    named = regions()
    rows = [{"region": named.get(region, _("region not known")), **counted} for region, counted in found.items()]
    return sorted(rows, key=lambda row: str(row["region"]))


def _direction(before: str, after: str) -> str:
    if before not in LEVELS or after not in LEVELS:
        return "other"
    return "better" if after < before else "worse"


def _through(report: dict, on: datetime.date) -> list[dict]:
    rules = registry.levels["wellbeing"].rules_on(on)
    rows = [
        {"sentence": gettext(rules[name].sentence) if name in rules else name, **counted}
        for name, counted in report.get("indicators", {}).items()
    ]
    return sorted(rows, key=lambda row: -row.get("lost", 0) - row.get("gained", 0))
