"""What somebody tells the career centre: a change of life that counts for the registration (art. 99.4(4))."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .registration import Registration


class ReportedChange(models.Model):
    """A change told by the person on `told_at`; by `due_on` at the latest it had to be told. `seen_at` is when the
    centre took note of it."""

    class Kind(models.TextChoices):
        WORK = "work", _("I have work: permanent, for a time or under a contract")
        BUSINESS = "business", _("I opened a business")
        FOUNDER = "founder", _("I have a share in a company")
        PENSION = "pension", _("I was granted a pension")
        MOVED = "moved", _("I moved")
        DISABILITY = "disability", _("My disability was recognised or changed")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(_("What changed"), max_length=10, choices=Kind.choices)
    happened_on = models.DateField(_("Since when"))
    due_on = models.DateField()
    told_at = models.DateTimeField(default=timezone.now)
    note = models.CharField(_("In your words"), max_length=500, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["registration", "kind", "happened_on"],
                name="change_told_once",
                violation_error_message=_("You told this already."),
            ),
        )
        indexes = (models.Index(fields=["registration"], condition=Q(seen_at=None), name="change_not_seen"),)

    def __str__(self):
        return f"{self.registration}: {self.kind}"

    @property
    def is_late(self) -> bool:
        return timezone.localdate(self.told_at) > self.due_on
