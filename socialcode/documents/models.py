"""What is known of a file in the vault."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Document(models.Model):
    """A file outside the web root, found by `key`; its type is that of its content, whatever its name says."""

    class Scan(models.TextChoices):
        WAITING = "waiting", _("Being checked for viruses")
        CLEAN = "clean", _("No virus found")
        INFECTED = "infected", _("A virus was found")
        NOT_SCANNED = "not_scanned", _("Not checked for viruses")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    scan = models.CharField(max_length=11, choices=Scan.choices, default=Scan.WAITING)

    class Meta:
        indexes = (models.Index(fields=["id"], condition=models.Q(scan="waiting"), name="document_waiting"),)

    def __str__(self):
        return self.name

    @property
    def may_be_opened(self) -> bool:
        """Whether it was looked at for viruses, or stays marked as not looked at."""
        return self.scan in (self.Scan.CLEAN, self.Scan.NOT_SCANNED)
