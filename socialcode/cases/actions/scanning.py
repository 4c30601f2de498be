"""What becomes of a paper once somebody looked into it: for viruses, for what acts by itself, and to draw it."""

from django.db import transaction

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.cases.access import reader_of
from socialcode.documents import vault
from socialcode.documents.models import Document
from socialcode.notices.actions import queue_notice

Scan, Drawing = Document.Scan, Document.Drawing


@change
def record_scan(*, evidence, virus):
    """Keep what the look for viruses found (`virus` is empty for a clean file); an infected file is erased."""
    document = _locked(evidence)
    if document.scan != Scan.WAITING:
        return evidence  # another worker was there
    document.scan = Scan.INFECTED if virus else Scan.CLEAN
    document.save(update_fields=["scan"])
    if virus:
        record(EventKind.EVIDENCE_INFECTED, on=evidence.claim, by=None, name=document.name, virus=virus)
        queue_notice("paper_infected", to=reader_of(evidence.claim), about=evidence.claim, claim=evidence.claim)
        transaction.on_commit(lambda: vault.remove(document.key))
    return evidence


@change
def record_drawing(*, evidence, drawn):
    """Keep what was drawn of a paper, or why it is not taken: then the person is told, and nobody can open it."""
    document = _locked(evidence)
    if document.drawing != Drawing.WAITING or evidence.removed_at:
        return evidence  # another worker was there, or the person took it back meanwhile
    for number, picture in enumerate(drawn.pictures, start=1):
        vault.put(document.key, picture.data, number)
    document.pictures = [[picture.page, picture.width, picture.height] for picture in drawn.pictures]
    document.pages = drawn.pages or None
    document.trouble = "" if drawn.pictures else drawn.trouble
    if drawn.pictures:
        document.drawing = Drawing.DRAWN
    elif drawn.may_be_kept:
        document.drawing = Drawing.UNDRAWABLE
    else:
        document.drawing = Drawing.REFUSED
    document.save(update_fields=["drawing", "pictures", "pages", "trouble"])
    if document.drawing == Drawing.REFUSED:
        record(EventKind.EVIDENCE_REFUSED, on=evidence.claim, by=None, name=document.name, trouble=document.trouble)
        told = {"claim": evidence.claim, "document": document}
        queue_notice("paper_refused", to=reader_of(evidence.claim), about=evidence.claim, **told)
    return evidence


def _locked(evidence) -> Document:
    """The paper's document, as it now is; whoever else changes it or takes it back waits."""
    evidence.refresh_from_db(from_queryset=type(evidence).objects.select_for_update(of=("self",)))
    return Document.objects.select_for_update().get(pk=evidence.document_id)
