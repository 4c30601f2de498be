"""Papers are looked at one after the other: for viruses first, then checked and drawn.

The rows are the queue. Whoever takes one puts off the time at which it is due again before touching the file: a worker
that dies leaves it to the next after a while, and no paper holds up another, whatever is wrong with it.
"""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from socialcode.documents import clamd, drawing, vault
from socialcode.documents.models import Document, Trouble
from socialcode.refusal import attempt

from .actions import scanning
from .models import Evidence

MOST_TRIES = 3  # of drawing: who does not come to an end three times is not what a worker should try again
LEASE = timedelta(minutes=5)  # longer than any look at a paper; doubled with each try
LONGEST_LEASE = timedelta(hours=2)

log = logging.getLogger(__name__)


def scan_next() -> bool:
    """Look for viruses in the paper that waits longest. False when none is due. Raises AwayError without a daemon."""
    paper = _take("scan", Evidence.objects.to_scan())
    if paper is None:
        return False
    try:
        scanning.record_scan(evidence=paper, virus=clamd.scan(vault.get(paper.document.key)))
    except clamd.AwayError:
        _give_back("scan", paper)
        raise
    except (clamd.NotScannedError, vault.MissingError) as error:
        log.warning("Paper %s was not looked at for viruses: %s", paper.pk, error)
    except Exception:
        log.exception("Paper %s was not looked at for viruses", paper.pk)
    return True


def draw_next() -> bool:
    """Check and draw the paper that is due first. False when none is due."""
    paper = _take("drawing", Evidence.objects.to_draw())
    if paper is None:
        return False
    try:
        with attempt() as tried:
            _draw(paper)
        if not tried.is_done:  # no room on the disk, most of all: the paper is not to blame
            log.warning("Paper %s could not be kept as drawn: %s", paper.pk, tried.objection)
            Document.objects.filter(pk=paper.document_id).update(drawing_tries=F("drawing_tries") - 1)
    except Exception:
        log.exception("Paper %s was not drawn", paper.pk)
    return True


def _draw(paper: Evidence) -> None:
    drawn = _drawn(paper.document)
    if drawn.is_cut_short and paper.document.drawing_tries == 1:
        Document.objects.filter(pk=paper.document_id).update(drawing_due_at=timezone.now())  # after all others
    else:
        scanning.record_drawing(evidence=paper, drawn=drawn)


def _drawn(document: Document) -> drawing.Drawn:
    if document.drawing_tries > MOST_TRIES:
        return drawing.Drawn(trouble=Trouble.NOT_CHECKED)
    return drawing.draw(document, is_quick=document.drawing_tries == 1)


@transaction.atomic
def _take(look: str, due) -> Evidence | None:
    """The first paper that is due and that no other worker has; now it is due later."""
    paper = due.select_for_update(skip_locked=True, of=("document",)).select_related("claim").first()
    if paper is not None:
        document = paper.document
        tries = getattr(document, f"{look}_tries") + 1
        setattr(document, f"{look}_tries", tries)
        setattr(document, f"{look}_due_at", timezone.now() + min(LEASE * 2 ** min(tries - 1, 9), LONGEST_LEASE))
        document.save(update_fields=[f"{look}_tries", f"{look}_due_at"])
    return paper


def _give_back(look: str, paper: Evidence) -> None:
    document = paper.document
    Document.objects.filter(pk=document.pk).update(
        **{f"{look}_tries": getattr(document, f"{look}_tries") - 1, f"{look}_due_at": timezone.now()}
    )
