"""manage.py recalculate [--on DATE] [--here]: work out the well-being of all families, with a bar of progress.

Slices are worked through by the workers of the queue `map`, with `--here` by this process beside them. Stopped by
Ctrl-C the run goes on; `--here` leaves its slice to others.
"""

import datetime
import time

from django.core.management.base import BaseCommand, CommandError

from family_map import actions, tasks
from family_map.models import Run
from family_map.run import planning, progress, working
from socialcode.refusal import NotAllowedError
from socialcode.running.progress import Progress

A_WHILE = 2  # seconds between two looks


class Command(BaseCommand):
    help = "Work out the level of well-being of all families, by the workers or in this process."

    def add_arguments(self, parser):
        parser.add_argument("--on", type=datetime.date.fromisoformat, help="as of this day, such as 2026-11-27; today")
        parser.add_argument("--here", action="store_true", help="work in this process, beside the workers")

    def handle(self, *, on, here, **options):
        run = Run.objects.unfinished().first() or self._started(on)
        planning.cut_once(run)
        tasks.keep_runs_going.apply_async(retry=False)
        begun = progress.Progress.of(run)
        told = Progress("Worked out", begun.total, "families", self.stdout, before=begun.done)
        while Run.objects.unfinished().filter(pk=run.pk).exists():
            if not (here and working.work_on(run)):
                time.sleep(A_WHILE)
            told(progress.Progress.of(run).done)
            if here and not _can_go_on(run):
                raise CommandError("Some parts failed: see the page of the calculation.", returncode=1)
        told.end()
        run.refresh_from_db()
        self.stdout.write(f"{run.result_hash or 'called off'}")

    def _started(self, on) -> Run:
        try:
            return actions.start_run(by=None, on=on)
        except NotAllowedError as refused:
            raise CommandError(str(refused), returncode=2) from None


def _can_go_on(run: Run) -> bool:
    """Whether a slice is left that was not given up."""
    left = run.slices.left()
    return not left.exists() or left.filter(failures=0).exists()
