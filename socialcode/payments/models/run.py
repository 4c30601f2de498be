"""The run of a month, and its parts: the queue of record of the work."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode import slices


class RunQuerySet(models.QuerySet):
    def at_work(self):
        """Runs whose orders are not all made yet; the database keeps them to one."""
        return self.filter(finished_at=None)


class PaymentRun(models.Model):
    """The making of the orders of a month (`month` is its first day), to be paid on `pay_on`.

    A second run of the same month makes orders for awards that have none yet and for no other.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    month = models.DateField()
    pay_on = models.DateField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    cut_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                models.Value(1),
                condition=Q(finished_at=None),
                name="one_payment_run_at_work",
                violation_error_message=_("Orders of payment are being made already. Wait until they are ready."),
            ),
            models.CheckConstraint(
                condition=Q(month__day=1),
                name="payment_run_is_of_a_month",
                violation_error_message=_("A month is named by its first day."),
            ),
            models.CheckConstraint(
                condition=Q(finished_at=None) | Q(cut_at__isnull=False),
                name="payment_run_is_cut_before_its_end",
                violation_error_message=_("Orders are made part by part."),
            ),
        )

    def __str__(self):
        return f"{self.month:%Y-%m}"


class RunPart(slices.Slice):
    """Awards with keys from `first` to `last`, whose orders are made in one transaction."""

    run = models.ForeignKey(PaymentRun, on_delete=models.CASCADE, related_name="parts")
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    orders = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["run", "first"],
                name="one_part_of_an_award",
                violation_error_message=_("These awards are already in another part of the run."),
            ),
            models.CheckConstraint(
                condition=Q(last__gte=F("first")),
                name="payment_part_ends_after_its_start",
                violation_error_message=_("A part of the run ends before it begins."),
            ),
        )
        indexes = (models.Index(fields=["run"], condition=Q(done_at=None), name="payment_parts_left"),)

    def __str__(self):
        return f"{self.first}-{self.last}"
