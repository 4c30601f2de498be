"""What a person holds against the registers, and what they ask about who looked at their data."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.territory import in_territory
from socialcode.people.models import Address, Person

User = settings.AUTH_USER_MODEL


class DisputeQuerySet(models.QuerySet):
    def waiting_at(self, offices):
        """Open disputes of the people who live in the territory of one of the offices, the oldest first."""
        home = Address.objects.in_force(timezone.localdate()).filter(person=OuterRef("person")).order_by("-since")
        placed = self.filter(state=Dispute.State.OPEN).annotate(
            home_region=Subquery(home.values("region")[:1]), home_district=Subquery(home.values("district")[:1])
        )
        return placed.filter(in_territory(offices, "home_")).order_by("raised_at", "pk")


class Dispute(models.Model):
    """A row of a register (named by value) that the person says is wrong, until an officer resolves it.

    `row_text` is what the register said then, `corrected_text` what it says since; empty where it was taken out.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Waiting for an officer")
        CORRECTED = "corrected", _("Corrected")
        CONFIRMED = "confirmed", _("The register is right")

    kept_as = "people.dispute"
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="disputes")
    row_type = models.CharField(max_length=60)
    row_key = models.CharField(max_length=60)
    row_text = models.CharField(max_length=300)
    says = models.TextField(_("What is right"))
    raised_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    resolved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    resolved_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(_("Reason"), blank=True)
    corrected_text = models.CharField(max_length=300, blank=True)

    objects = DisputeQuerySet.as_manager()

    class Meta:
        db_table = "people_dispute"
        constraints = (
            models.CheckConstraint(
                condition=Q(state="open", resolved_at=None, resolved_by=None)
                | ~Q(state="open") & Q(resolved_at__isnull=False, resolved_by__isnull=False) & ~Q(reason=""),
                name="dispute_is_resolved_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["row_type", "row_key"], condition=Q(state="open"), name="one_open_dispute_a_row"
            ),
        )

    def __str__(self):
        return self.row_text


class AccessQuestionQuerySet(models.QuerySet):
    def unanswered(self):
        """What waits for an auditor, the oldest first."""
        return self.filter(answered_at=None).order_by("asked_at", "pk")


class AccessQuestion(models.Model):
    """A person asks why somebody looked at their data (`event_key`: the audit event); an auditor answers."""

    kept_as = "people.accessquestion"
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="access_questions")
    event_key = models.CharField(max_length=60)
    text = models.TextField(_("Your question"))
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(_("Answer"), blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = AccessQuestionQuerySet.as_manager()

    class Meta:
        db_table = "people_accessquestion"
        constraints = (
            models.UniqueConstraint(fields=["person", "event_key"], name="one_question_a_look"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer=""),
                name="access_question_is_answered_by_somebody",
            ),
        )

    def __str__(self):
        return self.text
