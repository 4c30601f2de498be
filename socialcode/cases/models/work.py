"""An officer's work on a claim: notes, requests for information, warnings, and the checklist."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import MD5, Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.notices.models import Notice

from .claim import Claim

User = settings.AUTH_USER_MODEL


class Note(models.Model):
    """A line of the timeline written by somebody: among the staff, or between the office and the person."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="notes")
    text = models.TextField()
    is_internal = models.BooleanField(default=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.text[:60]


class InformationRequest(models.Model):
    """The office asks the person to mend or add something by a day.

    `notice` tells the person; the days to answer count from the day they were told on, `told_on`, empty until then.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="information_requests")
    text = models.TextField(_("What to mend or add"))
    due_on = models.DateField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    told_on = models.DateField(null=True, blank=True)
    answer = models.TextField(_("Your answer"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(closed_at=None),
                name="one_open_request_a_claim",
                violation_error_message=_("The office already waits for an answer to this claim."),
            ),
        )
        indexes = (models.Index(fields=["due_on"], condition=Q(closed_at=None), name="information_request_waiting"),)

    def __str__(self):
        return self.text[:60]


class Flag(models.Model):
    """A warning that a rule raised (`kind`) by what it found (`details`). It goes to a person, and never refuses by
    itself. What is found of a kind later is another warning: one that was cleared says nothing of it."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="flags")
    kind = models.CharField(max_length=40)
    details = models.JSONField(default=dict)
    raised_at = models.DateTimeField(default=timezone.now)
    cleared_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cleared_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                "claim",
                "kind",
                MD5(Cast("details", models.TextField())),
                name="one_flag_of_a_finding",
                violation_error_message=_("This warning is there already."),
            ),
            models.CheckConstraint(
                condition=Q(cleared_at=None, cleared_by=None, reason="")
                | Q(cleared_at__isnull=False, cleared_by__isnull=False) & ~Q(reason=""),
                name="flag_is_cleared_with_a_reason",
                violation_error_message=_("A warning is cleared by somebody, with a reason."),
            ),
        )

    def __str__(self):
        return f"{self.claim}: {self.kind}"


class ChecklistMark(models.Model):
    """An officer looked at a section of the claim."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="checklist_marks")
    section = models.CharField(max_length=40)
    is_in_order = models.BooleanField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"{self.claim}: {self.section}"
