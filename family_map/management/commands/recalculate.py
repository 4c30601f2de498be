"""manage.py recalculate [--on DATE] [--here]: work out the well-being of all families, with a bar of progress.

Slices are worked through by the workers of the queue `map`, with `--here` by this process beside them. Stopped by
Ctrl-C the run goes on; `--here` leaves its slice to others.
"""

import datetime
import time

from django.core.management.base import BaseCommand, CommandError

from family_map import actions, tasks
from family_map.models import Run
from family_map.run import planning, working
from family_map.run.progress import Progress
from socialcode.refusal import NotAllowedError

BAR = 30
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
        while Run.objects.unfinished().filter(pk=run.pk).exists():
            if not (here and working.work_on(run)):
                time.sleep(A_WHILE)
            self._show(Progress.of(run))
            if here and not _can_go_on(run):
                raise CommandError("Some parts failed: see the page of the calculation.", returncode=1)
        run.refresh_from_db()
        self.stdout.write(f"\n{run.result_hash or 'called off'}")

    def _started(self, on) -> Run:
        try:
            return actions.start_run(by=None, on=on)
        except NotAllowedError as refused:
            raise CommandError(str(refused), returncode=2) from None

    def _show(self, progress: Progress) -> None:
        share = progress.done / progress.total if progress.total else 1
        bar = ("#" * round(share * BAR)).ljust(BAR, ".")
        rate = f", {progress.rate:,} a second, {progress.left} left" if progress.rate else ""
        self.stdout.write(f"\r{bar} {progress.done:,} of {progress.total:,} families{rate}   ", ending="")
        self.stdout.flush()


def _can_go_on(run: Run) -> bool:
    """Whether a slice is left that was not given up."""
    left = run.slices.left()
    return not left.exists() or left.filter(failures=0).exists()
