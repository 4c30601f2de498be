"""New amounts for all payments: one administrator has them computed, another agrees, and they take effect at once."""

import datetime

from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.refusal import NotAllowedError, check_reason
from socialcode.shown import check_shown, stamp

from . import policies
from .models import Indexation
from .touched import law_hash, provisions_touched

State = Indexation.State


@change
def start(*, since: datetime.date, by) -> Indexation:
    """Have the new amounts of a day computed. Nothing changes for anybody by that."""
    provisions = [provision.name for provision in provisions_touched(since)]
    policies.check_can_start(by, since, provisions)
    run = Indexation.objects.create(
        since=since, provisions=provisions, law_hash=law_hash(provisions, since), asked_by=by
    )
    record(EventKind.AMOUNTS_ASKED, on=run, by=by, since=since)
    return run


@change
def answer(*, run: Indexation, agrees: bool, by, reason="", shown=None) -> Indexation:
    """Another administrator agrees, and the workers put all of it in effect at once; or returns it with a reason."""
    run = _locked(run)
    policies.check_can_answer(run, by)
    check_shown(shown, stamp_of_run(run))
    if agrees:
        _check_law(run)
    else:
        check_reason(reason)
    run.state = State.RELEASING if agrees else State.RETURNED
    run.answered_by, run.answered_at, run.reason = by, timezone.now(), reason.strip()
    run.save(update_fields=["state", "answered_by", "answered_at", "reason"])
    said = {} if agrees else {"reason": run.reason}
    kind = EventKind.AMOUNTS_AGREED if agrees else EventKind.AMOUNTS_RETURNED
    record(kind, on=run, by=by, since=run.since, shown=stamp_of_run(run), **said)
    return run


@change
def cancel(*, run: Indexation, by) -> Indexation:
    """Call a computation off that is not in effect. Another one may then be asked for."""
    run = _locked(run)
    policies.check_can_cancel(run, by)
    run.state = State.CANCELLED
    run.save(update_fields=["state"])
    record(EventKind.AMOUNTS_CANCELLED, on=run, by=by, since=run.since)
    return run


def stamp_of_run(run: Indexation) -> str:
    """Of what somebody agrees to: the day, the law, and what was found."""
    return stamp(run, run.since, run.provisions, run.law_hash, run.report)


def _check_law(run: Indexation) -> None:
    """What was computed by values that are others by now is computed anew."""
    if run.law_hash != law_hash(run.provisions, run.since):
        raise NotAllowedError(policies.law_changed())


def _locked(run: Indexation) -> Indexation:
    return Indexation.objects.select_for_update().get(pk=run.pk)
