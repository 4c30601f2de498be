"""Help for a family that is short of something: a plan with its steps, and visits to the home."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
from socialcode.people.models import Family

User = settings.AUTH_USER_MODEL


class SupportPlanQuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed_at=None)


class SupportPlan(models.Model):
    """What is done for a family, by which office, until when.

    A family has one open plan. One whose family still stands on D or E after its end is followed by a plan of the
    mobile group (`of_mobile_group`, `follows`); `looked_at` is when that was found out.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="support_plans")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    of_mobile_group = models.BooleanField(default=False)
    follows = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by")
    levels_at_start = models.CharField(max_length=4)
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    result = models.TextField(_("What came of the plan"), blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)

    objects = SupportPlanQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["family"],
                condition=Q(closed_at=None),
                name="one_open_plan_of_a_family",
                violation_error_message=_("This family has an open plan already."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, result="")
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(result="")),
                name="closed_plan_has_a_result",
                violation_error_message=_("Say in a sentence what came of the plan."),
            ),
        )

    def __str__(self):
        return f"{self.family}: {self.opened_at:%Y-%m-%d}"


class PlanStep(models.Model):
    """One thing that somebody does for the family until a day."""

    class Who(models.TextChoices):
        FAMILY = "family", _("The family")
        OFFICER = "officer", _("The officer")
        MOBILE_GROUP = "group", _("The mobile group")
        OTHER = "other", _("Another body")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="steps")
    what = models.CharField(_("What is done"), max_length=300)
    who = models.CharField(_("Who does it"), max_length=8, choices=Who.choices)
    until = models.DateField(_("Until"))
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    done_on = models.DateField(null=True, blank=True)
    result = models.TextField(_("What came of it"), blank=True)

    class Meta:
        ordering = ("until", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(done_on=None, result="") | (Q(done_on__isnull=False) & ~Q(result="")),
                name="done_step_has_a_result",
                violation_error_message=_("Say in a sentence what came of the step."),
            ),
        )

    def __str__(self):
        return self.what


class Visit(models.Model):
    """What somebody saw at a family's home. `sent_as` is made with the form, so that one sent twice is kept once."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sent_as = models.UUIDField(unique=True)
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="visits")
    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, null=True, blank=True, related_name="visits")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("Day of the visit"))
    note = models.TextField(_("What was seen and agreed"))
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(note=""),
                name="visit_says_what_was_seen",
                violation_error_message=_("Write in a sentence what was seen and agreed."),
            ),
        )

    def __str__(self):
        return f"{self.family}: {self.on}"
