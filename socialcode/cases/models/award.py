"""A granted right, with its period."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from socialcode.people.models import Person
from socialcode.people.models.family import DateRange

from .decision import Decision


class Award(models.Model):
    """Made by a decision that enough people agreed to; `subject` is whom it is for (the person, or the child)."""

    class State(models.TextChoices):
        IN_PAYMENT = "in_payment", _("In payment")
        SUSPENDED = "suspended", _("Suspended")
        ENDED = "ended", _("Ended")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="award")
    provision = models.CharField(max_length=60)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="awards")
    subject = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="awards_about")
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.IN_PAYMENT)
    iban = models.CharField(max_length=34, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="award_ends_after_start"),
            ExclusionConstraint(
                name="one_award_of_a_kind_at_a_time",
                expressions=(
                    ("provision", RangeOperators.EQUAL),
                    ("subject", RangeOperators.EQUAL),
                    (DateRange("since", "until", models.Value("[]")), RangeOperators.OVERLAPS),
                ),
                violation_error_message=_("This is already granted for some of these days."),
            ),
        )
        indexes = (models.Index(fields=["person"], name="award_person"),)

    def __str__(self):
        return f"{self.provision}: {self.subject}"
