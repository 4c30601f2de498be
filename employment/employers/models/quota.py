"""What an employer reports of the jobs that it keeps for people who find work less easily (article 107)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.people.models import Organisation


class QuotaReport(models.Model):
    """The people of an organisation at the end of a quarter. Rows are only added: the last one of a quarter counts.

    `headcount` is the list of people, `lent` those who work there by a contract for staff, `hard_jobs` jobs of heavy or
    harmful work: neither counts. `share` is what the akimat had set (from 0 to 1), `needed` what it comes to.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="quota_reports")
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    headcount = models.PositiveIntegerField()
    lent = models.PositiveIntegerField(default=0)
    hard_jobs = models.PositiveIntegerField(default=0)
    with_disability = models.PositiveIntegerField(default=0)
    on_probation = models.PositiveIntegerField(default=0)
    released = models.PositiveIntegerField(default=0)
    without_parents = models.PositiveIntegerField(default=0)
    of_disability_union = models.BooleanField(default=False)
    share = models.DecimalField(max_digits=7, decimal_places=6)
    needed = models.PositiveIntegerField()
    given_at = models.DateTimeField(default=timezone.now)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(quarter__gte=1, quarter__lte=4),
                name="report_of_a_quarter",
                violation_error_message=_("A year has four quarters."),
            ),
            models.CheckConstraint(
                condition=Q(headcount__gte=models.F("with_disability"))
                & Q(headcount__gte=models.F("lent") + models.F("hard_jobs")),
                name="report_counts_within_all",
                violation_error_message=_("No group is larger than the list of all people."),
            ),
        )
        indexes = (models.Index(fields=["organisation", "-year", "-quarter", "-id"], name="quota_report_last"),)

    def __str__(self):
        return f"{self.organisation}, {self.year}/{self.quarter}"

    @property
    def missing(self) -> int:
        """How many jobs of the quota are not kept."""
        return max(0, self.needed - self.with_disability)

    @property
    def others(self) -> int:
        """People of the other groups of article 107, point 1."""
        return self.on_probation + self.released + self.without_parents
