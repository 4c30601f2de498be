"""Papers of a claim: added, removed, and looked at for viruses."""

import hashlib
import uuid

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.cases import policies, tasks
from socialcode.cases.models import Claim, Evidence, News
from socialcode.cases.telling import tell
from socialcode.documents import vault
from socialcode.documents.models import Document
from socialcode.waking import wake

from .moving import locked

Scan = Document.Scan


@change
def add(*, claim, paper, by):
    """Keep a paper. The same file twice is one. It waits to be looked at, and until then nobody can open it."""
    claim = locked(claim)
    policies.check_can_change_papers(claim, by)
    sha256 = hashlib.sha256(paper.data).hexdigest()
    present = claim.evidence.present()
    same = present.filter(sha256=sha256).first()
    if same:
        return same
    policies.check_room_for_paper(present.count())
    key = uuid.uuid4()
    vault.put(key, paper.data)  # before the row: a row without its file would be worse than a file without its row
    document = Document.objects.create(
        key=key,
        name=paper.name,
        content_type=paper.content_type,
        size=len(paper.data),
        scan=Scan.WAITING if settings.CLAMD_URL else Scan.NOT_SCANNED,
    )
    evidence = Evidence.objects.create(claim=claim, document=document, sha256=sha256, added_by=by)
    record(EventKind.EVIDENCE_ADDED, on=claim, by=by, name=document.name, sha256=sha256)
    if claim.status != Claim.Status.DRAFT:
        tell(claim, News.Kind.PAPER, document.name, by=by)
    wake(tasks.scan_papers if document.scan == Scan.WAITING else tasks.draw_papers)
    return evidence


@change
def remove(*, evidence, by):
    """Take a paper back. Its file is erased; that it was there stays in the record."""
    claim = locked(evidence.claim)
    policies.check_can_change_papers(claim, by)
    evidence.refresh_from_db()
    if evidence.removed_at is None:
        evidence.removed_at = timezone.now()
        evidence.save(update_fields=["removed_at"])
        record(EventKind.EVIDENCE_REMOVED, on=claim, by=by, name=evidence.document.name, sha256=evidence.sha256)
        transaction.on_commit(lambda: vault.remove(evidence.document.key))
    return evidence
