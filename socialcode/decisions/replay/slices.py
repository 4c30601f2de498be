"""The replay in slices: each a transaction of its own, which moves the mark and keeps what it found."""

from collections.abc import Iterator

from django.db import IntegrityError, transaction
from django.db.models import Count, Max
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import breaks

from ..models import Changed, Decision, Replay
from .again import Law, differences

A_SLICE = 200  # decisions


def begin(by=None) -> Replay:
    """Ask for a replay of all decisions so far. While one is on its way there is no second: that one is given back."""
    decisions = Decision.objects.aggregate(total=Count("pk"), last=Max("pk"))
    try:
        with transaction.atomic():
            replay = Replay.objects.create(asked_by=by, total=decisions["total"], last=decisions["last"] or 0)
            record(EventKind.REPLAY_ASKED, on=replay, by=by, size=replay.total)
    except IntegrityError as error:
        if not breaks(error, "one_replay_at_a_time"):
            raise
        return Replay.objects.unfinished().get()
    return replay


def work_on(replay: Replay, law: Law | None = None) -> bool:
    """Look at the next slice. False where nothing is left, or another worker is at it."""
    law = law or Law()
    with transaction.atomic():
        held = Replay.objects.unfinished().select_for_update(skip_locked=True).filter(pk=replay.pk).first()
        if held is None:
            return False
        decisions = list(_next(held))
        Changed.objects.bulk_create(list(_changed(held, decisions, law)))
        held.looked_at += len(decisions)
        held.done_to = decisions[-1].pk if decisions else held.last
        if held.done_to >= held.last:
            _finish(held)
        held.save(update_fields=["looked_at", "done_to", "finished_at"])
        return held.finished_at is None


def _next(replay: Replay):
    after = Decision.objects.filter(pk__gt=replay.done_to, pk__lte=replay.last).select_related("assessment")
    return after.order_by("pk")[:A_SLICE]


def _changed(replay: Replay, decisions: list[Decision], law: Law) -> Iterator[Changed]:
    for decision in decisions:
        for found in differences(decision, law):
            told = {"before": found.before, "now": found.now, "trouble": found.trouble}
            yield Changed(replay=replay, decision=decision, why=found.why, **told)


def _finish(replay: Replay) -> None:
    replay.finished_at = timezone.now()
    found = replay.changed.count()
    record(EventKind.REPLAY_DONE, on=replay, by=None, size=replay.looked_at, found=found)
