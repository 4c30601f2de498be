"""What becomes of a paper once somebody looked for viruses in it."""

from django.db import transaction

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.cases.models import Evidence
from socialcode.documents import vault

Scan = Evidence.Scan


@transaction.atomic
def record_scan(*, evidence, virus):
    """Keep what the look for viruses found (`virus` is empty for a clean file); an infected file is erased."""
    evidence.scan = Scan.INFECTED if virus else Scan.CLEAN
    evidence.save(update_fields=["scan"])
    if virus:
        record(EventKind.EVIDENCE_INFECTED, on=evidence.claim, by=None, name=evidence.name, virus=virus)
        transaction.on_commit(lambda: vault.remove(evidence.key))
    return evidence
