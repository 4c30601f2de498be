"""What becomes of a paper once somebody looked for viruses in it."""

from django.db import transaction

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.documents import vault
from socialcode.documents.models import Document

Scan = Document.Scan


@change
def record_scan(*, evidence, virus):
    """Keep what the look for viruses found (`virus` is empty for a clean file); an infected file is erased."""
    document = evidence.document
    document.scan = Scan.INFECTED if virus else Scan.CLEAN
    document.save(update_fields=["scan"])
    if virus:
        record(EventKind.EVIDENCE_INFECTED, on=evidence.claim, by=None, name=document.name, virus=virus)
        transaction.on_commit(lambda: vault.remove(document.key))
    return evidence
