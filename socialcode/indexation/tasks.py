"""New amounts with nobody waiting. Rows say what to do; a call may come twice, late or never."""

from celery import shared_task

from . import releasing, telling, working
from .models import Indexation

CHAINS = 16  # calls that go from slice to slice side by side: enough for that many workers
State = Indexation.State


@shared_task(acks_late=True)
def index_slice(run: int):
    """Compute one free slice, then call for the next. Safe to run again, and beside itself."""
    if working.work_on(Indexation.objects.get(pk=run)):
        index_slice.apply_async([run], retry=False)


@shared_task
def keep_indexing():
    """Cut what was asked for, call for slices that are free, put in effect what was agreed to. Safe to run again."""
    for run in Indexation.objects.filter(state=State.COMPUTING):
        working.cut_once(run)
        if not working.finish_if_done(run):
            for _chain in range(min(CHAINS, run.slices.left().count())):
                index_slice.apply_async([run.pk], retry=False)
    for run in Indexation.objects.filter(state=State.RELEASING):
        releasing.put_in_effect(run)
    if Indexation.objects.filter(state=State.IN_EFFECT).exists():
        tell_indexed.apply_async(retry=False)


@shared_task
def tell_indexed():
    """Tell a few of those whose payment changed, then call for the next. Safe to run again, and beside itself."""
    if telling.tell_some():
        tell_indexed.apply_async(retry=False)
