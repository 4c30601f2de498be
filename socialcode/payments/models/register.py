"""A list of orders for one bank, which a second person approves."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .run import PaymentRun

User = settings.AUTH_USER_MODEL


class PaymentRegister(models.Model):
    """The orders of one run for one bank (`bank` is its three signs within an IBAN): what is approved and sent.

    What was taken out of a list, or comes back, goes with a later one (`is_extra`).
    """

    class State(models.TextChoices):
        OPEN = "open", _("Being checked")
        WAITING = "waiting", _("For approval")
        APPROVED = "approved", _("Approved")
        SENT = "sent", _("Sent to the bank")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    run = models.ForeignKey(PaymentRun, on_delete=models.PROTECT, related_name="registers")
    bank = models.CharField(max_length=3)
    is_extra = models.BooleanField(default=False, db_default=False)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN, db_default=State.OPEN)
    submitted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    submitted_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-run", "bank", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["run", "bank", "is_extra"],
                condition=Q(state="open"),
                name="one_open_payment_list_of_a_bank",
                violation_error_message=_("There is already an open list for this bank."),
            ),
            models.CheckConstraint(
                condition=Q(state="open", submitted_at=None, submitted_by=None)
                | ~Q(state="open") & Q(submitted_at__isnull=False, submitted_by__isnull=False),
                name="payment_list_is_submitted_by_somebody",
                violation_error_message=_("A list for approval has the person who handed it in, and a time."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=("approved", "sent"), approved_at__isnull=False)
                | Q(state__in=("open", "waiting"), approved_at=None),
                name="approved_payment_list_has_a_time",
                violation_error_message=_("An approved list has the time of its approval."),
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) | ~Q(state="sent") & Q(sent_at=None),
                name="sent_payment_list_has_a_time",
                violation_error_message=_("A list that was sent has the time."),
            ),
        )

    def __str__(self):
        return f"{self.run}: {self.bank}"


class RegisterApproval(models.Model):
    """What one other person said of a list that was handed in (at `submitted_at`)."""

    class Verdict(models.TextChoices):
        AGREE = "agree", _("Approved")
        RETURN = "return", _("Given back")

    register = models.ForeignKey(PaymentRegister, on_delete=models.PROTECT, related_name="approvals")
    submitted_at = models.DateTimeField()
    verdict = models.CharField(max_length=6, choices=Verdict.choices)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["register", "submitted_at", "by"],
                name="one_word_on_a_payment_list",
                violation_error_message=_("You have already answered. Another person is needed."),
            ),
            models.CheckConstraint(
                condition=Q(verdict="agree") | ~Q(reason=""),
                name="payment_list_given_back_has_a_reason",
                violation_error_message=_("Give the reason in a sentence."),
            ),
        )

    def __str__(self):
        return f"{self.register}: {self.get_verdict_display()}"
