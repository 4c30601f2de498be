"""What somebody has to do about an order."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .order import PaymentOrder


class TaskQuerySet(models.QuerySet):
    def open(self):
        return self.filter(settled_at=None)


class PaymentTask(models.Model):
    """Money that did not arrive, or about which banks say two things. `reason` is the bank's code, `text` the person's
    words; how it ended stands in `outcome` and `note`."""

    class Kind(models.TextChoices):
        REJECTED = "rejected", _("Refused by the bank")
        RETURNED = "returned", _("Came back")
        NOT_ARRIVED = "not_arrived", _("The person says that it did not arrive")
        CONTRADICTION = "contradiction", _("The bank says two things")

    class Outcome(models.TextChoices):
        PAID_AGAIN = "paid_again", _("Paid again")
        NOT_PAID = "not_paid", _("Not to be paid")
        CLEARED = "cleared", _("Cleared up")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    order = models.ForeignKey(PaymentOrder, on_delete=models.PROTECT, related_name="tasks")
    kind = models.CharField(max_length=13, choices=Kind.choices)
    reason = models.CharField(max_length=35, blank=True, default="")
    text = models.TextField(blank=True, default="")
    opened_at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True, default="")
    note = models.TextField(blank=True, default="")
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["order", "kind"],
                condition=Q(settled_at=None),
                name="one_open_task_of_a_kind",
                violation_error_message=_("This is being looked into already."),
            ),
            models.CheckConstraint(
                condition=Q(outcome="", settled_at=None) | ~Q(outcome="") & Q(settled_at__isnull=False),
                name="settled_task_has_an_outcome",
                violation_error_message=_("A task that ended says how."),
            ),
            models.CheckConstraint(
                condition=Q(settled_by=None) | Q(settled_at__isnull=False),
                name="only_a_settled_task_has_somebody",
                violation_error_message=_("Who ended a task has a time."),
            ),
        )
        indexes = (models.Index(fields=["kind"], condition=Q(settled_at=None), name="tasks_open"),)

    def __str__(self):
        return f"{self.order}: {self.get_kind_display()}"
