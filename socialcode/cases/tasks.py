"""Work on claims that runs with nobody waiting."""

from celery import shared_task
from django.db import transaction

from socialcode.documents import clamd, vault

from . import deadlines
from .actions import scanning
from .models import Evidence


@shared_task
def keep_deadlines():
    """End terms, remind people, let late claims climb. Safe to run twice, late, or beside another run."""
    deadlines.keep()


@shared_task
def scan_papers():
    """Look for viruses in every paper that waits for it. Safe to run again: it takes what still waits."""
    while _scan_next():
        pass


def _scan_next() -> bool:
    """One waiting paper that no other worker has; False when there is none."""
    with transaction.atomic():
        waiting = Evidence.objects.filter(scan=Evidence.Scan.WAITING, removed_at=None).order_by("pk")
        paper = waiting.select_for_update(skip_locked=True, of=("self",)).select_related("claim").first()
        if paper is not None:
            scanning.record_scan(evidence=paper, virus=clamd.scan(vault.get(paper.key)))
    return paper is not None
