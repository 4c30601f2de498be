"""The national run with nobody waiting. Rows of runs and slices say what to do; a call may come twice or never."""

from celery import shared_task
from django.utils import timezone

from .models import Run
from .run import birthdays, due, finishing, planning, working
from .support import following

CHAINS = 32  # calls that go from slice to slice side by side: enough for that many workers


@shared_task(acks_late=True)
def assess_slice(run: int):
    """Work through one free slice, then call for the next. Safe to run again, and beside itself."""
    if working.work_on(Run.objects.get(pk=run)):
        assess_slice.apply_async([run], retry=False)


@shared_task
def keep_runs_going():
    """Follow up plans, start what is due, cut what was asked for, call for slices that are free. Safe to run again."""
    following.follow_up()
    due.start_what_is_due()
    for run in Run.objects.unfinished():
        planning.cut_once(run)
    for run in Run.objects.at_work():
        if not finishing.finish_if_done(run):
            for _chain in range(min(CHAINS, run.slices.left().count())):
                assess_slice.apply_async([run.pk], retry=False)


@shared_task
def call_birthdays():
    """Call the families in which somebody is a year older today. Safe to run again."""
    birthdays.call_families_of(timezone.localdate())
