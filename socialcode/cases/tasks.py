"""Work on claims that runs with nobody waiting."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from socialcode.documents import vault
from socialcode.documents.models import Document
from socialcode.waking import wake

from . import deadlines, looking
from .models import Evidence

UNCLAIMED = timedelta(days=1)  # how old a file without a row is until it is erased


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


@shared_task
def clear_vault():
    """Erase files that no row speaks of: halves of killed writers, and papers of changes that did not hold."""
    vault.clear_halves()
    old = list(vault.keys_before((timezone.now() - UNCLAIMED).timestamp()))
    kept = set(Document.objects.filter(key__in=old).values_list("key", flat=True))
    gone = Evidence.objects.erased().filter(document__key__in=old).values_list("document__key", flat=True)
    for key in {*old} - kept | set(gone):
        vault.remove(key)
