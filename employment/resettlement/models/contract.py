"""The social contract of a move, and the steps by which the family is followed while it runs."""

import uuid

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.awards.models import Award
from socialcode.signing.models import Signature

from .move import Move

User = settings.AUTH_USER_MODEL


class Contract(models.Model):
    """Signed by the centre, then by the person: in force from `since`, the day on which both had signed, to `until`.
    `words` are those that both sign, by language, kept from the moment the centre signs them; `digest` is their hash,
    `signature` the person's by a code. `awards` are granted by it, without what the certificate pays.
    """

    move = models.OneToOneField(Move, on_delete=models.PROTECT, related_name="contract")
    signed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(default=timezone.now)
    words = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    digest = models.CharField(max_length=64, blank=True)
    signature = models.OneToOneField(Signature, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person_signed_at = models.DateTimeField(null=True, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    awards = models.ManyToManyField(Award, related_name="contracts", blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(person_signed_at=None, since=None, until=None)
                | Q(person_signed_at__isnull=False, since__isnull=False, until__gt=F("since")),
                name="contract_in_force_has_its_days",
                violation_error_message=_("A contract in force has a first and a last day."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(since__isnull=False, ended_on__gte=F("since")),
                name="contract_ends_after_it_began",
                violation_error_message=_("A contract ends after it began."),
            ),
        )

    def __str__(self):
        return f"{self.move}"


class StepQuerySet(models.QuerySet):
    def late(self, today):
        """Steps whose day has passed and of which nobody has said what came of them."""
        return self.filter(done_on=None, due_on__lt=today, contract__move__state=Move.State.MOVING)


class Step(models.Model):
    """Something that is looked at on a day while the contract runs, and what came of it."""

    class Kind(models.TextChoices):
        ARRIVED = "arrived", _("The family lives and is registered in the new place")
        WORKS = "works", _("Somebody of the family works there, or the children study")
        FOLLOWED = "followed", _("A visit or a call to the family")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    result = models.TextField(_("What came of it"), blank=True)
    done_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering = ("due_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["contract", "kind", "due_on"],
                name="one_step_of_a_kind_and_day",
                violation_error_message=_("This step is planned already."),
            ),
            models.CheckConstraint(
                condition=Q(done_on=None, result="", done_by=None)
                | Q(done_on__isnull=False, done_by__isnull=False) & ~Q(result=""),
                name="step_that_is_done_has_a_result",
                violation_error_message=_("Say in a sentence what came of the step."),
            ),
        )
        indexes = (models.Index(fields=["due_on"], condition=Q(done_on=None), name="steps_to_do"),)

    def __str__(self):
        return f"{self.get_kind_display()}: {self.due_on}"
