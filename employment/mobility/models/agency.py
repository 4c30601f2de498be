"""Private employment agencies, and contracts by which a centre gives a service to one (article 106)."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
from socialcode.people.models import Organisation

User = settings.AUTH_USER_MODEL


class Agency(models.Model):
    """A private agency of a region. `sends_abroad` needs a permit: its number and last day are shown to everybody."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="agency")
    region = models.CharField(max_length=9)
    sends_abroad = models.BooleanField(default=False)
    permit = models.CharField(max_length=60, blank=True)
    permit_until = models.DateField(null=True, blank=True)
    countries = models.CharField(max_length=200, blank=True)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "agencies"
        constraints = (
            models.CheckConstraint(
                condition=Q(sends_abroad=False) | Q(permit_until__isnull=False) & ~Q(permit=""),
                name="who_sends_abroad_has_a_permit",
                violation_error_message=_("An agency that sends people abroad has a permit with a last day."),
            ),
        )

    def __str__(self):
        return self.organisation.name

    def may_send_abroad(self, on: datetime.date) -> bool:
        """Whether its permit holds on a day."""
        return self.sends_abroad and self.permit_until >= on and self.ended_at is None


class Outsourcing(models.Model):
    """A centre pays an agency for a service: so many people placed, for so much (tenge). By article 106(4) it is
    published on the Exchange within ten working days (`due_on`)."""

    class Service(models.TextChoices):
        PLACEMENT = "placement", _("Finding work for people")
        GUIDANCE = "guidance", _("Career guidance")
        TRAINING = "training", _("Courses")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="contracts")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="outsourcing")
    service = models.CharField(max_length=9, choices=Service.choices)
    people = models.PositiveIntegerField()
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    since = models.DateField()
    until = models.DateField()
    due_on = models.DateField()
    published_on = models.DateField(null=True, blank=True)
    placed = models.PositiveIntegerField(default=0)
    stayed = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(until__gte=F("since")),
                name="outsourcing_ends_after_start",
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0, people__gt=0),
                name="outsourcing_is_about_people_and_money",
                violation_error_message=_("A contract names people and a sum above zero."),
            ),
            models.CheckConstraint(
                condition=Q(stayed__lte=F("placed")),
                name="no_more_stayed_than_were_placed",
                violation_error_message=_("No more people stayed than were placed."),
            ),
        )

    def __str__(self):
        return f"{self.agency}: {self.get_service_display()}"

    @property
    def cost_of_a_lasting_job(self):
        """Tenge for each person who stayed; None while nobody has."""
        return self.amount / self.stayed if self.stayed else None

    def is_late(self, today: datetime.date) -> bool:
        """Whether it should be published by now and is not."""
        return self.published_on is None and self.due_on < today
