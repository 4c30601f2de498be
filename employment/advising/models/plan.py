"""How somebody is to find work: who advises them, what was found out in a talk, the plan and its steps."""

import uuid

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.seekers.models import Registration

User = settings.AUTH_USER_MODEL


class Charge(models.Model):
    """Who of the centre advises somebody on the register; given to another, the earlier one is ended."""

    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="charges")
    adviser = models.ForeignKey(User, on_delete=models.PROTECT, related_name="charges")
    since = models.DateTimeField(default=timezone.now)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["registration"],
                condition=Q(ended_at=None),
                name="one_adviser_at_a_time",
                violation_error_message=_("Somebody else advises this person already."),
            ),
        )
        indexes = (models.Index(fields=["adviser"], condition=Q(ended_at=None), name="charge_of_adviser"),)

    def __str__(self):
        return f"{self.registration}: {self.adviser}"


class Talk(models.Model):
    """A guided talk: what was asked and said (`answers`, by the names of `talk.yaml`), and how near work is.

    `nearness` is the adviser's own view; no act that we know divides people into groups.
    """

    class Nearness(models.TextChoices):
        READY = "ready", _("Can start at once")
        NEAR = "near", _("Needs a step or two first")
        FAR = "far", _("Needs help with more than work first")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="talks")
    answers = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    nearness = models.CharField(_("How near work is"), max_length=5, choices=Nearness.choices)
    note = models.TextField(_("What was agreed in the talk"), blank=True)
    on = models.DateField(default=timezone.localdate)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-pk",)

    def __str__(self):
        return f"{self.registration}: {self.on}"


class Plan(models.Model):
    """The individual plan of employment (article 106.2), one at a time for a registration. It counts once the person
    has agreed to it (`agreed_at`); a step added later is agreed to anew."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="plans")
    goal = models.CharField(_("Goal"), max_length=300)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    agreed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    result = models.TextField(_("What came of the plan"), blank=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["registration"],
                condition=Q(closed_at=None),
                name="one_open_plan_of_employment",
                violation_error_message=_("This person has an open plan already."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, result="")
                | Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(result=""),
                name="closed_plan_of_employment_has_a_result",
                violation_error_message=_("Say in a sentence what came of the plan."),
            ),
        )

    def __str__(self):
        return f"{self.registration}: {self.goal}"

    def get_absolute_url(self):
        return reverse("advising:mine")


class Measure(models.TextChoices):
    """What a step of a plan is: the help of a career centre by chapter 10, or what people do by themselves."""

    SEARCH = "search", _("Looking for work by oneself")
    OFFER = "offer", _("An offer of suitable work")
    GUIDANCE = "guidance", _("Guidance in choosing a trade")
    TRAINING = "training", _("A course")
    SUBSIDISED = "subsidised", _("A subsidised job")
    PUBLIC = "public", _("Public works")
    BUSINESS = "business", _("Help to start a business")
    MOVING = "moving", _("Moving to another region")
    SOCIAL = "social", _("Social help: care, health, papers, housing")
    OTHER = "other", pgettext_lazy("step of a plan", "Something else")


class PlanStep(models.Model):
    """One thing that somebody does until a day, and what came of it."""

    class Who(models.TextChoices):
        PERSON = "person", _("The person")
        ADVISER = "adviser", _("The adviser")
        EMPLOYER = "employer", _("An employer")
        OTHER = "other", pgettext_lazy("who does it", "Another body")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="steps")
    what = models.CharField(_("What is done"), max_length=300)
    measure = models.CharField(_("Which help"), max_length=10, choices=Measure.choices)
    who = models.CharField(_("Who does it"), max_length=8, choices=Who.choices)
    until = models.DateField(_("Until"))
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    told = models.TextField(_("What the person says of it"), blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    result = models.TextField(_("What came of it"), blank=True)

    class Meta:
        ordering = ("until", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(done_on=None, result="") | Q(done_on__isnull=False) & ~Q(result=""),
                name="done_step_of_employment_has_a_result",
                violation_error_message=_("Say in a sentence what came of the step."),
            ),
        )
        indexes = (models.Index(fields=["until"], condition=Q(done_on=None), name="step_of_employment_due"),)

    def __str__(self):
        return self.what
