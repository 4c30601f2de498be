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
    evidence, is_new = _kept(claim, paper, by)
    if is_new and claim.status != Claim.Status.DRAFT:
        tell(claim, News.Kind.PAPER, evidence.document.name, by=by)
    return evidence


@change
def add_to_complaint(*, claim, appeal, paper, by):
    """Keep a paper that came with a complaint about the claim's decision, also where the claim is closed. Whether the
    complaint still takes papers, its own room says."""
    claim = locked(claim)
    policies.check_speaks_for(claim, by)
    return _kept(claim, paper, by, appeal)[0]


def _kept(claim: Claim, paper, by, appeal=None) -> tuple[Evidence, bool]:
    """A paper, and whether it is new: the same file twice is one."""
    sha256 = hashlib.sha256(paper.data).hexdigest()
    present = claim.evidence.present()
    same = present.filter(sha256=sha256).first()
    if same:
        return same, False
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
    evidence = Evidence.objects.create(claim=claim, document=document, sha256=sha256, appeal=appeal, added_by=by)
    record(EventKind.EVIDENCE_ADDED, on=claim, by=by, name=document.name, sha256=sha256)
    wake(tasks.scan_papers if document.scan == Scan.WAITING else tasks.draw_papers)
    return evidence, True


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
