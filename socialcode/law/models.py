"""The law's values, each from a day on. What the database itself refuses is in the constraints and in a trigger."""

import datetime
import uuid
from collections import defaultdict

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.engine.parameters import Parameter, Values, Version
from socialcode.engine.registry import registry

from . import exact, names
from .regions import regions


class ParameterVersionQuerySet(models.QuerySet):
    def approved(self):
        return self.filter(state=ParameterVersion.State.APPROVED)

    def approved_at_moment(self, moment: datetime.datetime):
        """Those that were approved at a moment, whatever became of them since; shipped ones always were."""
        known = Q(entered_by__isnull=True) | Q(approved_at__lte=moment)
        return self.filter(known, Q(state=ParameterVersion.State.APPROVED) | Q(withdrawn_at__gt=moment))

    def live(self):
        """Versions that are approved or may yet be."""
        return self.filter(state__in=[ParameterVersion.State.PROPOSED, ParameterVersion.State.APPROVED])

    def waiting(self):
        """Versions on which somebody has to decide."""
        asked = Q(state=ParameterVersion.State.APPROVED, withdrawal_asked_at__isnull=False)
        return self.filter(Q(state=ParameterVersion.State.PROPOSED) | asked)

    def waiting_for(self, user):
        """Versions on which this user may decide: what others entered, and withdrawals others asked for."""
        proposed = Q(state=ParameterVersion.State.PROPOSED) & ~Q(entered_by=user)
        return self.waiting().filter(proposed | Q(state=ParameterVersion.State.APPROVED) & ~Q(withdrawal_asked_by=user))

    def with_people(self):
        return self.select_related("entered_by", "approved_by", "returned_by", "withdrawal_asked_by", "withdrawn_by")

    def as_values(self, on: datetime.date, region: str = "", moment: datetime.datetime | None = None) -> Values:
        """The approved versions as the engine reads them: the nation's, and those of one region; as the table stood at
        a moment, if one is given."""
        versions = defaultdict(list)
        approved = self.approved_at_moment(moment) if moment else self.approved()
        rows = approved.filter(region__in={"", region})
        for name, *row in rows.values_list("name", "since", "value", "region", "act", "source", "evidence"):
            since, value, *rest = row
            versions[name].append(Version(since, exact.from_json(value), *rest))
        parameters = {name: shipped.with_versions(versions[name]) for name, shipped in registry.parameters.items()}
        return Values(parameters, on, region)


def _someone():
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )


def _all_or_none(*names):
    return Q(**{f"{name}__isnull": True for name in names}) | Q(**{f"{name}__isnull": False for name in names})


class ValueSet(models.Model):
    """Values that one person entered together, from one day on and mostly by one act; another answers to all of them at
    once. Where it stands say its versions: each of them is a value like any other."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    since = models.DateField()
    act = models.CharField(max_length=300)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-pk",)

    def __str__(self):
        return f"{self.since}: {self.act}"


class ParameterVersion(models.Model):
    """One value from one day on. Nobody entered a shipped one: `entered_by` is then empty."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Waiting for a second person")
        APPROVED = "approved", _("Approved")
        RETURNED = "returned", _("Returned")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Evidence(models.TextChoices):
        CONFIRMED = "confirmed", _("Published")
        SECONDARY = "secondary", _("Seen only in a secondary source")
        RECALLED = "recalled", _("Recalled, not confirmed")
        ASSUMED = "assumed", _("Assumed: a sample, set by no act")

    name = models.CharField(max_length=120)
    region = models.CharField(max_length=9, blank=True)
    since = models.DateField()
    value = models.JSONField()
    act = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=500, blank=True)
    evidence = models.CharField(max_length=10, choices=Evidence.choices, default=Evidence.CONFIRMED)
    reason = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    recorded_at = models.DateTimeField(default=timezone.now)
    entered_by = _someone()
    entered_with = models.ForeignKey(ValueSet, on_delete=models.PROTECT, null=True, blank=True, related_name="versions")
    approved_by = _someone()
    approved_at = models.DateTimeField(null=True, blank=True)
    returned_by = _someone()
    returned_at = models.DateTimeField(null=True, blank=True)
    return_reason = models.TextField(blank=True)
    withdrawal_asked_by = _someone()
    withdrawal_asked_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason = models.TextField(blank=True)
    withdrawn_by = _someone()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ParameterVersionQuerySet.as_manager()

    class Meta:
        ordering = ("name", "region", "since", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["name", "region", "since"],
                condition=Q(state__in=["proposed", "approved"]),
                name="one_live_version_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "approved", "returned", "withdrawn"]), name="version_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(evidence__in=["confirmed", "secondary", "recalled", "assumed"]),
                name="version_evidence_is_known",
            ),
            models.CheckConstraint(condition=_all_or_none("approved_by", "approved_at"), name="approved_by_and_at"),
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(approved_at__isnull=False) | Q(entered_by__isnull=True),
                name="approved_by_somebody_or_shipped",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["proposed", "returned"])
                | Q(approved_at__isnull=True, entered_by__isnull=False),
                name="proposed_by_somebody_and_not_approved",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | Q(entered_by__isnull=False) & ~Q(approved_by=F("entered_by")),
                name="approved_by_another_person",
            ),
            models.CheckConstraint(
                condition=Q(state="returned", returned_by__isnull=False, returned_at__isnull=False)
                & ~Q(return_reason="")
                | ~Q(state="returned") & Q(returned_by__isnull=True, returned_at__isnull=True, return_reason=""),
                name="returned_by_and_at_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(returned_by__isnull=True) | ~Q(returned_by=F("entered_by")),
                name="returned_by_another_person",
            ),
            models.CheckConstraint(
                condition=Q(withdrawal_asked_by__isnull=True, withdrawal_asked_at__isnull=True, withdrawal_reason="")
                | Q(withdrawal_asked_by__isnull=False, withdrawal_asked_at__isnull=False) & ~Q(withdrawal_reason=""),
                name="withdrawal_asked_by_and_at_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(state="withdrawn", withdrawn_by__isnull=False, withdrawn_at__isnull=False)
                | ~Q(state="withdrawn") & Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True),
                name="withdrawn_by_and_at",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by__isnull=True)
                | Q(withdrawal_asked_by__isnull=False) & ~Q(withdrawn_by=F("withdrawal_asked_by"))
                | Q(approved_at__isnull=True, entered_by__isnull=False, withdrawn_by=F("entered_by")),
                name="withdrawn_by_another_person_or_taken_back",
            ),
        )

    def __str__(self):
        return " ".join(part for part in (self.name, self.region, str(self.since)) if part)

    @property
    def exact_value(self):
        return exact.from_json(self.value)

    @property
    def parameter(self) -> Parameter:
        """What the value is; only its name once no rule asks for it any more."""
        return registry.parameters.get(self.name) or Parameter(self.name)

    @property
    def label(self) -> str:
        """The value's name in the reader's language."""
        return names.label(self.parameter)

    @property
    def entries(self) -> list[tuple]:
        return names.entries(self.exact_value)

    @property
    def region_name(self) -> str:
        return str(regions()[self.region]) if self.region else ""

    @property
    def has_begun(self) -> bool:
        return self.since <= timezone.localdate()

    @property
    def is_shipped(self) -> bool:
        return self.entered_by_id is None
