"""Starting, pausing and calling off the calculation for all families.

Slices are worked through by tasks, which are woken by whoever calls an action, or by beat within a minute.
"""

import datetime

from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change

from . import policies
from .models import Run
from .run import planning
from .run.code import code_hash


@change
def start_run(*, by, on: datetime.date | None = None, scope: str = Run.Scope.COUNTRY) -> Run:
    """Ask for a calculation as of a day, today if none is named; by None: the portal itself."""
    policies.check_can_start(by)
    run = planning.new_run(scope, on or timezone.localdate(), by, code_hash())
    record(EventKind.RUN_STARTED, on=run, by=by)
    return run


@change
def pause_run(*, run: Run, by) -> Run:
    """Let the workers finish the slices in hand and take no other."""
    return _moved(run, policies.check_can_pause, EventKind.RUN_PAUSED, by, paused_at=timezone.now())


@change
def resume_run(*, run: Run, by) -> Run:
    run = _moved(run, policies.check_can_resume, EventKind.RUN_RESUMED, by, paused_at=None)
    return run


@change
def cancel_run(*, run: Run, by) -> Run:
    """Call it off. What its finished slices found stays, for it is right; the other families stand as before."""
    return _moved(run, policies.check_can_cancel, EventKind.RUN_CANCELLED, by, cancelled_at=timezone.now())


@change
def try_again(*, run: Run, by) -> Run:
    """Give the slices that failed another go."""
    run = _moved(run, policies.check_can_try_again, EventKind.RUN_TRIED_AGAIN, by)
    run.slices.left().update(failures=0, failure="")
    return run


def _moved(run: Run, check, kind: EventKind, by, **fields) -> Run:
    run = Run.objects.select_for_update().get(pk=run.pk)
    check(run, by)
    for name, value in fields.items():
        setattr(run, name, value)
    run.save(update_fields=list(fields) or None)
    record(kind, on=run, by=by)
    return run
