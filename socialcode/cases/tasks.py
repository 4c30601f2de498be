"""Work on claims that runs with nobody waiting."""

from celery import shared_task

from socialcode.waking import wake

from . import deadlines, looking


@shared_task
def keep_deadlines():
    """End terms, remind people, let late claims climb. Safe to run twice, late, or beside another run."""
    deadlines.keep()


@shared_task
def scan_papers():
    """Look for viruses in every paper that waits for it. Safe to run again: it takes what still waits."""
    while looking.scan_next():
        wake(draw_papers)


@shared_task
def draw_papers():
    """Check and draw one paper that waits for it; others are called for. Safe to run again, and beside itself."""
    if looking.draw_next():
        wake(draw_papers)
