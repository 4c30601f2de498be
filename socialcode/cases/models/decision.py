"""What was computed, what an officer decided on it, and what a second person said. Rows are only ever added."""

import uuid

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .claim import Claim

User = settings.AUTH_USER_MODEL


class Assessment(models.Model):
    """One computed outcome and all it was made of: what a court would ask for. Never changed.

    `facts` maps each fact's name to {value, source, received_on}; `explanation` is the explanation as JSON.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="assessments")
    provision = models.CharField(max_length=60)
    on = models.DateField()
    region = models.CharField(max_length=9, blank=True)
    facts = models.JSONField(encoder=DjangoJSONEncoder)
    outcome = models.CharField(max_length=10)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    explanation = models.JSONField(encoder=DjangoJSONEncoder)
    law_version = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"{self.provision} {self.on}: {self.outcome}"


class Decision(models.Model):
    """An officer grants, partly grants or refuses. It takes effect when enough other people have agreed."""

    class Kind(models.TextChoices):
        GRANT = "grant", _("Grant")
        PARTLY = "partly", _("Partly grant")
        REFUSE = "refuse", _("Refuse")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="decisions")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    unmet = models.JSONField(default=list)
    reason = models.TextField(blank=True)
    override_reason = models.TextField(blank=True)
    approvers_needed = models.PositiveSmallIntegerField(default=1)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="decisions")
    decided_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(kind="refuse", amount=None, starts_on=None, ends_on=None) | ~Q(kind="refuse"),
                name="refusal_has_no_money",
            ),
            models.CheckConstraint(
                condition=Q(kind="grant") | ~Q(reason="") | ~Q(unmet=[]), name="unfavourable_decision_has_a_reason"
            ),
        )

    def __str__(self):
        return f"{self.claim}: {self.get_kind_display()}"


class Approval(models.Model):
    """What one other person said of a decision."""

    class Verdict(models.TextChoices):
        AGREE = "agree", _("Agree")
        RETURN = "return", _("Return to the officer")

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="approvals")
    verdict = models.CharField(max_length=6, choices=Verdict.choices)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="approvals")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["decision", "by"], name="one_verdict_a_person"),
            models.CheckConstraint(condition=Q(verdict="agree") | ~Q(reason=""), name="return_has_a_reason"),
        )

    def __str__(self):
        return f"{self.decision}: {self.get_verdict_display()}"


class Hearing(models.Model):
    """Before an unfavourable decision the person is heard: told what is planned, and given days to object."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="hearings")
    planned = models.TextField(_("What is planned, and why"))
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField()
    objection = models.TextField(_("Your objection"), blank=True)
    heard_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["claim"], condition=Q(closed_at=None), name="one_open_hearing_a_claim"),
            models.CheckConstraint(condition=Q(objection="") | Q(heard_at__isnull=False), name="objection_has_a_time"),
        )
        indexes = (models.Index(fields=["due_on"], condition=Q(closed_at=None), name="hearing_waiting"),)

    def __str__(self):
        return f"{self.claim}: {self.opened_at:%Y-%m-%d}"
