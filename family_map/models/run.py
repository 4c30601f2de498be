"""One run over the families of the country, and its slices: the queue of record of the work."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode import slices

User = settings.AUTH_USER_MODEL


class RunQuerySet(models.QuerySet):
    def unfinished(self):
        """Runs with work left that nobody called off; the database keeps them to one."""
        return self.filter(finished_at=None, cancelled_at=None)

    def at_work(self):
        return self.unfinished().filter(paused_at=None).exclude(sliced_at=None)

    def finished(self):
        return self.exclude(finished_at=None)

    def of_the_country(self):
        """Runs over every family; the others look at families whose registers changed."""
        return self.filter(scope=Run.Scope.COUNTRY)

    def with_progress(self):
        """With `slices_done`, `slices_failed`, `slices_all`, `families_done`, `families_changed` and `families_all`."""
        is_done = Q(slices__done_at__isnull=False)
        return self.annotate(
            slices_all=models.Count("slices"),
            slices_done=models.Count("slices", filter=is_done),
            slices_failed=models.Count("slices", filter=Q(slices__done_at=None, slices__failures__gt=0)),
            families_all=Coalesce(Sum("slices__expected"), 0),
            families_expected_done=Coalesce(Sum("slices__expected", filter=is_done), 0),
            families_done=Coalesce(Sum("slices__families"), 0),
            families_changed=Coalesce(Sum("slices__changed"), 0),
            persons_done=Coalesce(Sum("slices__persons"), 0),
        )


class Run(models.Model):
    """A calculation of the well-being of families on a day.

    `*_hash` are SHA-256 (hex) of what went in (values of the law, code, registers) and, once finished, of what came
    out: the same in whatever order and by how many workers the slices were worked through. `indicators` names what the
    bits of `FamilyLevel.lacking` and `unknown` mean, from the lowest on. `report` is what changed since the run before.
    """

    class Scope(models.TextChoices):
        COUNTRY = "country", _("All families")
        CHANGES = "changes", _("Families whose data changed")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    scope = models.CharField(max_length=8, choices=Scope.choices, default=Scope.COUNTRY)
    on = models.DateField(_("Day"))
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    sliced_at = models.DateTimeField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    indicators = models.JSONField(default=list)
    values_hash = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=64)
    input_hash = models.CharField(max_length=64, blank=True)
    result_hash = models.CharField(max_length=64, blank=True)
    report = models.JSONField(default=dict, blank=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                models.Value(1),
                condition=Q(finished_at=None, cancelled_at=None),
                name="one_unfinished_run",
                violation_error_message=_("A calculation is already on its way. Wait for it, or call it off."),
            ),
            models.CheckConstraint(
                condition=Q(finished_at=None) | Q(cancelled_at=None),
                name="run_is_finished_or_called_off",
                violation_error_message=_("This calculation is finished: it cannot be called off any more."),
            ),
            models.CheckConstraint(
                condition=Q(finished_at=None) | ~Q(result_hash=""),
                name="finished_run_has_a_result",
                violation_error_message=_("A finished calculation has a result."),
            ),
        )

    def __str__(self):
        return f"{self.get_scope_display()}, {self.on:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        """Whether there is work left that nobody called off."""
        return self.finished_at is None and self.cancelled_at is None


PARTS = 10  # into which a slice that failed is cut, until what is wrong is one family
MOST_PARTS = 500  # waiting at a time: more is no matter of single families


class Slice(slices.Slice):
    """Families with keys from `first` to `last`, worked through in one transaction; the sums add up to the run's hash.

    One that failed is replaced by its parts (`is_part`), so that one family that cannot be computed costs no other
    its level.
    """

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="slices")
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    done_by = models.CharField(max_length=100, blank=True)
    families = models.PositiveIntegerField(null=True, blank=True)
    persons = models.PositiveIntegerField(null=True, blank=True)
    changed = models.PositiveIntegerField(null=True, blank=True)
    rights_changed = models.PositiveIntegerField(null=True, blank=True)
    input_sum = models.DecimalField(max_digits=40, decimal_places=0, null=True, blank=True)
    result_sum = models.DecimalField(max_digits=40, decimal_places=0, null=True, blank=True)
    is_part = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["run", "first"],
                name="one_slice_of_a_family",
                violation_error_message=_("These families are already in another part of the calculation."),
            ),
            models.CheckConstraint(
                condition=Q(last__gte=F("first")),
                name="slice_ends_after_its_start",
                violation_error_message=_("A part of the calculation ends before it begins."),
            ),
        )
        indexes = (models.Index(fields=["run"], condition=Q(done_at=None), name="slices_left"),)

    def __str__(self):
        return f"{self.first}-{self.last}"
