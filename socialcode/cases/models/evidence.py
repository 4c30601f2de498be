"""Papers a person adds to a claim."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .claim import Claim


class Evidence(models.Model):
    """A file outside the web root, found by `key`; its type is that of its content, whatever its name says."""

    class Scan(models.TextChoices):
        WAITING = "waiting", _("Being checked for viruses")
        CLEAN = "clean", _("No virus found")
        INFECTED = "infected", _("A virus was found")
        NOT_SCANNED = "not_scanned", _("Not checked for viruses")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="evidence")
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    scan = models.CharField(max_length=11, choices=Scan.choices, default=Scan.WAITING)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "evidence"
        constraints = (
            models.UniqueConstraint(
                fields=["claim", "sha256"], condition=Q(removed_at=None), name="same_file_once_a_claim"
            ),
        )

    def __str__(self):
        return self.name

    @property
    def may_be_opened(self) -> bool:
        """Whether it was looked at for viruses, or stays marked as not looked at."""
        return self.scan in (self.Scan.CLEAN, self.Scan.NOT_SCANNED)
