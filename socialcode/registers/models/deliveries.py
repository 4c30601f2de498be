"""Files that registers sent, and what of them was left out."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DeliveryQuerySet(models.QuerySet):
    def brought_in(self):
        """Those that are in to the last row."""
        return self.filter(state=Delivery.State.DONE)


class Delivery(models.Model):
    """A file of the register `kind` (the name of its layout), known by its content and not by its name.

    `rows` are all of the file, `read` those looked at so far, `merged` is the number of the last row brought in.
    Of the rest each row is `rejected`, `new`, `changed`, the `same` as before, `older` than what is known, or `held`
    back because an officer corrected the entry. `sent_on` is the newest day on which the register sent a row of it.
    """

    class State(models.TextChoices):
        READING = "reading", _("Being read")
        MERGING = "merging", _("Being brought in")
        DONE = "done", _("Brought in")
        REFUSED = "refused", _("Not brought in")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    file_name = models.CharField(max_length=200)
    size = models.BigIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.READING)
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    rows = models.BigIntegerField(default=0)
    read = models.BigIntegerField(default=0)
    merged = models.BigIntegerField(default=0)
    rejected = models.BigIntegerField(default=0)
    new = models.BigIntegerField(default=0)
    changed = models.BigIntegerField(default=0)
    same = models.BigIntegerField(default=0)
    older = models.BigIntegerField(default=0)
    held = models.BigIntegerField(default=0)
    why_refused = models.JSONField(default=dict, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "digest"], condition=~Q(state="refused"), name="a_file_of_a_register_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("reading", "merging"), finished_at=None)
                | Q(state__in=("done", "refused"), finished_at__isnull=False),
                name="delivery_is_over_at_a_time",
            ),
        )

    def __str__(self):
        return f"{self.kind}: {self.file_name}"

    @property
    def staging(self) -> str:
        """The table in which rows wait until all of them are read."""
        return f"registers_staged_{self.pk}"


class RejectedRow(models.Model):
    """A value because of which a row of a file was left out; `reason` is a word of `receiving/words.py`."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="rejected_rows")
    row = models.BigIntegerField()
    column = models.CharField(max_length=30)
    value = models.CharField(max_length=100, blank=True)
    reason = models.CharField(max_length=20)

    class Meta:
        indexes = (models.Index(fields=["delivery", "reason"], name="rejected_reason"),)

    def __str__(self):
        return f"{self.row}: {self.column}"
