"""What is known of a file in the vault."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import types


class Trouble(models.TextChoices):
    """Why a paper is not taken, or cannot be shown. Each says what the person can do about it."""

    DAMAGED = "damaged", _("The file is damaged. Photograph the paper anew, or save the file again.")
    PASSWORD = "password", _("The PDF opens with a password only. Save it without one and add it again.")
    PROGRAM = "program", _("The PDF contains a program or another file. Print it anew as a PDF, or photograph it.")
    LEADS_ELSEWHERE = (
        "leads_elsewhere",
        _("The PDF opens another file or address by itself. Print it anew as a PDF, or photograph it."),
    )
    TOO_MANY_POINTS = (
        "too_many_points",
        _("The picture has too many points. Take the photograph with a lower resolution."),
    )
    TOO_MANY_PARTS = "too_many_parts", _("The PDF has too many parts. Print it anew as a PDF, or photograph it.")
    UNPACKS = "unpacks", _("The PDF becomes far too large when it is opened. Print it anew as a PDF, or photograph it.")
    NOT_CHECKED = "not_checked", _("The file could not be checked. Photograph the paper and add the photograph.")
    MISSING = "missing", _("The file of this paper cannot be found. Please add it again.")
    TOO_HEAVY = "too_heavy", _("Drawing this paper takes too much time or memory, so it cannot be shown here.")
    UNREADABLE = "unreadable", _("No page of this paper could be drawn, so it cannot be shown here.")


UNDRAWABLE = (Trouble.TOO_HEAVY, Trouble.UNREADABLE)  # of papers that were checked and are safe to keep


class Document(models.Model):
    """A file outside the web root, found by `key`; its type is that of its content, whatever its name says.

    `drawing` is the queue of papers to be checked and drawn: a row that waits is due at `drawing_due_at`; `pages` is
    how many pages the paper has, once that is known; `pictures` lists [page, width, height] of each picture in the
    vault, in their order: a very long page has several.
    """

    class Scan(models.TextChoices):
        WAITING = "waiting", _("Being checked for viruses")
        CLEAN = "clean", _("No virus found")
        INFECTED = "infected", _("A virus was found")
        NOT_SCANNED = "not_scanned", _("Not checked for viruses")

    class Drawing(models.TextChoices):
        WAITING = "waiting", _("Being checked and prepared for reading")
        DRAWN = "drawn", _("Ready to read")
        UNDRAWABLE = "undrawable", _("Cannot be shown here")
        REFUSED = "refused", _("Not taken")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    scan = models.CharField(max_length=11, choices=Scan.choices, default=Scan.WAITING)
    scan_due_at = models.DateTimeField(default=timezone.now)
    scan_tries = models.PositiveSmallIntegerField(default=0)
    drawing = models.CharField(max_length=10, choices=Drawing.choices, default=Drawing.WAITING)
    drawing_due_at = models.DateTimeField(default=timezone.now)
    drawing_tries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=20, choices=Trouble.choices, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    pictures = models.JSONField(default=list, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=["scan_due_at"], condition=Q(scan="waiting"), name="document_waiting"),
            models.Index(fields=["drawing_due_at"], condition=Q(drawing="waiting"), name="document_undrawn"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(drawing__in=["waiting", "drawn"], trouble="")
                | (Q(drawing__in=["undrawable", "refused"]) & ~Q(trouble="")),
                name="trouble_of_what_is_not_shown",
                violation_error_message=_("A paper that is not shown says why, and one that is shown has no trouble."),
            ),
            models.CheckConstraint(
                condition=(Q(drawing="drawn", pages__gte=1) & ~Q(pictures=[])) | (~Q(drawing="drawn") & Q(pictures=[])),
                name="pictures_of_what_is_drawn",
                violation_error_message=_("A paper that was drawn has pages and pictures, and no other has pictures."),
            ),
        )

    def __str__(self):
        return self.name

    @property
    def is_free_of_viruses(self) -> bool:
        """Whether it was looked at for viruses, or stays marked as not looked at."""
        return self.scan in (self.Scan.CLEAN, self.Scan.NOT_SCANNED)

    @property
    def may_be_opened(self) -> bool:
        """Whether it was looked at for viruses and for what acts by itself."""
        return self.is_free_of_viruses and self.drawing in (self.Drawing.DRAWN, self.Drawing.UNDRAWABLE)

    @property
    def is_waiting(self) -> bool:
        """Whether it can become readable by itself."""
        return self.scan == self.Scan.WAITING or (self.is_free_of_viruses and self.drawing == self.Drawing.WAITING)

    @property
    def is_shown(self) -> bool:
        """Whether there are pictures of it that may be looked at."""
        return self.is_free_of_viruses and self.drawing == self.Drawing.DRAWN

    @property
    def saved_name(self) -> str:
        """What the file is called when it leaves the portal: it ends as its content does, never as its sender says."""
        return types.with_extension(self.name, self.content_type)

    @property
    def pages_not_shown(self) -> int:
        return (self.pages or 0) - len({page for page, _width, _height in self.pictures})
