"""What an employer tells the career centre before people are laid off (article 103, point 2)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
from socialcode.people.models import Organisation


class LayoffNoticeQuerySet(models.QuerySet):
    def given(self):
        """Those that stand, with how many people they concern."""
        return self.filter(withdrawn_at=None).annotate(people=Sum("groups__people"))


class LayoffNotice(models.Model):
    """People of an organisation are laid off from `starts_on` to `ends_on`, in groups alike. `due_on` is the last day
    on which it would have been told in time; `met_on` is when the office spoke to the people."""

    class Ground(models.TextChoices):
        CLOSING = "closing", _("The employer closes")
        FEWER = "fewer", _("Fewer posts or fewer people")
        LESS_WORK = "less_work", _("Less is made or done, and the employer is worse off")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="layoff_notices")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="layoff_notices")
    ground = models.CharField(max_length=9, choices=Ground.choices)
    starts_on = models.DateField()
    ends_on = models.DateField()
    due_on = models.DateField()
    given_on = models.DateField(default=timezone.localdate)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    met_on = models.DateField(null=True, blank=True)
    met_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    met_note = models.TextField(blank=True)

    objects = LayoffNoticeQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")),
                name="layoffs_end_after_start",
                violation_error_message=_("The last day of lay-offs is no earlier than the first one."),
            ),
            models.CheckConstraint(
                condition=Q(met_on=None, met_by=None) | Q(met_on__isnull=False, met_by__isnull=False),
                name="meeting_has_who_met",
                violation_error_message=_("A meeting names its day and who of the office was there."),
            ),
        )
        indexes = (
            models.Index(fields=["office", "starts_on"], condition=Q(withdrawn_at=None), name="layoffs_of_office"),
        )

    def __str__(self):
        return f"{self.organisation}, {self.starts_on}"

    def get_absolute_url(self):
        return reverse("employers:layoff", args=[self.key])

    @property
    def is_late(self) -> bool:
        return self.given_on > self.due_on


class LayoffGroup(models.Model):
    """People of one trade whom lay-offs concern: how many, at which post, with which qualification, for which pay."""

    notice = models.ForeignKey(LayoffNotice, on_delete=models.PROTECT, related_name="groups")
    trade = models.CharField(max_length=4)
    title = models.CharField(max_length=100)
    qualification = models.CharField(max_length=200, blank=True)
    people = models.PositiveIntegerField()
    pay = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(people__gte=1),
                name="layoff_concerns_somebody",
                violation_error_message=_("Say how many people are laid off: at least one."),
            ),
        )

    def __str__(self):
        return f"{self.title}: {self.people}"
