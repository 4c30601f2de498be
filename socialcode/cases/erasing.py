"""What of claims is not kept: those that were begun and never sent, and files that belong to no paper."""

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.documents import vault
from socialcode.documents.models import Document

from .actions.moving import move
from .models import Claim, Evidence


def drafts(before: datetime.datetime, most: int) -> int:
    """Close claims that nobody touched since a moment and nobody sent, and empty them: answers, account, names, papers.

    Returns how many, `most` at a time. What proves that somebody agreed to something stays: the consent and the events.
    """
    full = _untouched(before).filter(Q(status=Claim.Status.DRAFT) | ~Q(answers={}) | ~Q(iban=""))
    rows = full.order_by("pk").values_list("pk", "answered_on")
    old = [key for key, answered_on in rows if _is_older(answered_on, before)]
    return sum(_empty(key, before) for key in old[:most])


def _untouched(before: datetime.datetime):
    """Claims never sent that were begun before a moment, with no paper and no consent since; answers not looked at."""
    begun = Claim.objects.filter(submitted_at=None, begun_at__lt=before)
    papers = Q(evidence__added_at__gte=before) | Q(evidence__removed_at__gte=before)
    return begun.exclude(papers).exclude(consents__given_at__gte=before)


def _is_older(answered_on: dict[str, str], before: datetime.datetime) -> bool:
    return max(answered_on.values(), default="") < timezone.localdate(before).isoformat()


@transaction.atomic
def _empty(key: int, before: datetime.datetime) -> bool:
    """One claim, unless somebody sent it or went on with it meanwhile. Returns whether it was emptied."""
    claim = Claim.objects.select_for_update().get(pk=key)
    if not (_untouched(before).filter(pk=key).exists() and _is_older(claim.answered_on, before)):
        return False
    if claim.status == Claim.Status.DRAFT:
        move(claim, Claim.Status.WITHDRAWN)
        record(EventKind.CLAIM_WITHDRAWN, on=claim, by=None, reason="")
    named, claim.named = claim.named, None
    claim.answers, claim.answered_on, claim.begun_with, claim.whom = {}, {}, {}, []
    claim.iban = claim.account_reason = ""
    claim.save()
    if named and not (named.claims.exists() or named.awards.exists()):
        named.delete()
    for paper in claim.evidence.present().select_related("document"):
        paper.removed_at = timezone.now()
        paper.save(update_fields=["removed_at"])
        transaction.on_commit(lambda paper=paper: vault.remove(paper.document.key))
    return True


def stray_files(before: datetime.datetime, _most: int) -> int:
    """Erase files that no row speaks of: halves of killed writers, and papers of changes that did not hold."""
    halves = vault.clear_halves()
    old = list(vault.keys_before(before.timestamp()))
    kept = set(Document.objects.filter(key__in=old).values_list("key", flat=True))
    gone = Evidence.objects.erased().filter(document__key__in=old).values_list("document__key", flat=True)
    stray = {*old} - kept | set(gone)
    for key in stray:
        vault.remove(key)
    return halves + len(stray)
