"""For whom and for which days a right is held: what the database looks at, so that nobody has one right twice."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from socialcode.people.models.family import DateRange

from .award import Award


class HeldQuerySet(models.QuerySet):
    def beside(self, award: Award):
        """Rows that the database does not allow beside those of an award, stored or only drafted."""
        since, until = award.held_days
        same = self.filter(provision=award.provision, whom__in=award.whom).exclude(award=award.pk)
        begins_in_time = Q(since=None) | Q(since__lte=until) if until else Q()
        ends_in_time = Q(until=None) | Q(until__gte=since) if since else Q()
        return same.filter(begins_in_time, ends_in_time)


class Held(models.Model):
    """A day-by-day claim of one key of `Award.whom` on a provision; without days, for ever.

    A trigger of the database writes these rows from the award's, and nothing else does.
    """

    award = models.ForeignKey(Award, on_delete=models.CASCADE, related_name="held")
    provision = models.CharField(max_length=60)
    whom = models.CharField(max_length=60)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    objects = HeldQuerySet.as_manager()

    class Meta:
        constraints = (
            ExclusionConstraint(
                name="one_right_at_a_time",
                expressions=(
                    ("provision", RangeOperators.EQUAL),
                    ("whom", RangeOperators.EQUAL),
                    (DateRange("since", "until", models.Value("[]")), RangeOperators.OVERLAPS),
                ),
                violation_error_message=_(
                    "This is granted already for the same person, child or family and for some of these days."
                ),
            ),
        )

    def __str__(self):
        return f"{self.provision}: {self.whom}"
