"""Papers a person adds to a claim."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.decisions.models import Appeal
from socialcode.documents.models import Document

from .claim import Claim


class EvidenceQuerySet(models.QuerySet):
    def present(self):
        """Papers that were not taken back, with their files, in the order they were added."""
        return self.filter(removed_at=None).select_related("document").order_by("pk")

    def to_scan(self):
        """Papers in which viruses are to be looked for now, the longest due first."""
        due = self.present().filter(document__scan=Document.Scan.WAITING, document__scan_due_at__lte=timezone.now())
        return due.order_by("document__scan_due_at", "pk")

    def to_draw(self):
        """Papers to be checked and drawn now: those that were tried before come after the others."""
        clean = (Document.Scan.CLEAN, Document.Scan.NOT_SCANNED)
        waiting = self.present().filter(document__scan__in=clean, document__drawing=Document.Drawing.WAITING)
        due = waiting.filter(document__drawing_due_at__lte=timezone.now())
        return due.order_by("document__drawing_tries", "document__drawing_due_at", "pk")

    def erased(self):
        """Papers whose files are not kept: taken back, or with a virus."""
        return self.filter(Q(removed_at__isnull=False) | Q(document__scan=Document.Scan.INFECTED))


class Evidence(models.Model):
    """A document of a claim. `sha256` (hex) is the fingerprint of its content: the same file is one paper.

    `appeal` is the complaint that it came with, if it did not come with the claim.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="evidence")
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "evidence"
        constraints = (
            models.UniqueConstraint(
                fields=["claim", "sha256"],
                condition=Q(removed_at=None),
                name="same_file_once_a_claim",
                violation_error_message=_("This file is among the papers already."),
            ),
        )

    def __str__(self):
        return str(self.document)
