"""Work on claims that runs with nobody waiting."""

from celery import shared_task
from django.db import transaction

from socialcode.documents import clamd, vault
from socialcode.documents.models import Document

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
        waiting = Evidence.objects.present().filter(document__scan=Document.Scan.WAITING)
        paper = waiting.select_for_update(skip_locked=True, of=("self",)).select_related("claim", "document").first()
        if paper is not None:
            scanning.record_scan(evidence=paper, virus=clamd.scan(vault.get(paper.document.key)))
    return paper is not None
