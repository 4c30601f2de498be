"""Papers of a claim: added, removed, and looked at for viruses."""

import hashlib
import uuid

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.cases import policies, tasks
from socialcode.cases.models import Evidence
from socialcode.documents import vault
from socialcode.waking import wake

from .moving import locked

Scan = Evidence.Scan


@transaction.atomic
def add(*, claim, paper, by):
    """Keep a paper. The same file twice is one. Where viruses are looked for it waits, and nobody can open it."""
    claim = locked(claim)
    policies.check_can_change_papers(claim, by)
    sha256 = hashlib.sha256(paper.data).hexdigest()
    present = claim.evidence.filter(removed_at=None)
    same = present.filter(sha256=sha256).first()
    if same:
        return same
    policies.check_room_for_paper(present.count())
    key = uuid.uuid4()
    vault.put(key, paper.data)  # before the row: a row without its file would be worse than a file without its row
    evidence = Evidence.objects.create(
        key=key,
        claim=claim,
        name=paper.name,
        content_type=paper.content_type,
        size=len(paper.data),
        sha256=sha256,
        scan=Scan.WAITING if settings.CLAMD_URL else Scan.NOT_SCANNED,
        added_by=by,
    )
    record(EventKind.EVIDENCE_ADDED, on=claim, by=by, name=evidence.name, sha256=sha256)
    if evidence.scan == Scan.WAITING:
        wake(tasks.scan_papers)
    return evidence


@transaction.atomic
def remove(*, evidence, by):
    """Take a paper back. Its file is erased; that it was there stays in the record."""
    claim = locked(evidence.claim)
    policies.check_can_change_papers(claim, by)
    evidence.refresh_from_db()
    if evidence.removed_at is None:
        evidence.removed_at = timezone.now()
        evidence.save(update_fields=["removed_at"])
        record(EventKind.EVIDENCE_REMOVED, on=claim, by=by, name=evidence.name, sha256=evidence.sha256)
        transaction.on_commit(lambda: vault.remove(evidence.key))
    return evidence
