"""Who acts for an organisation in matters of work, besides those whom a register names (`people.Mandate`)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.territory import in_territory
from socialcode.people.models import Organisation, Person
from socialcode.people.models.family import in_force

TAKEN_BACK = "withdrawn"


class RepresentationQuerySet(models.QuerySet):
    def now(self):
        """Rights that are in force at this moment."""
        return self.filter(in_force(timezone.localdate()), ended_at=None)


class Representation(models.Model):
    """The right of a person to act for an organisation, from one day to another, both included, or until it is ended.

    `confirmed_by` is the officer who saw the paper, or who acts for the organisation already and named the person.
    It reaches vacancies, candidates and what employers owe by article 103, and no payment or account.
    """

    class Way(models.TextChoices):
        OFFICE = "office", _("confirmed by an office")
        NAMED = "named", _("named by who acts for the organisation")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="representations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="representations")
    position = models.CharField(max_length=100)
    way = models.CharField(max_length=6, choices=Way.choices)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(default=timezone.now)
    since = models.DateField(default=timezone.localdate)
    until = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = RepresentationQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "person"],
                condition=Q(ended_at=None),
                name="representation_of_a_person_once",
                violation_error_message=_("This person acts for the organisation already."),
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")),
                name="representation_ends_after_start",
                violation_error_message=_("The right to act ends no earlier than it begins."),
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="ended_representation_has_who",
                violation_error_message=_("A right that was ended has the time of it and who ended it."),
            ),
        )
        indexes = (models.Index(fields=["person"], name="representation_of_person"),)

    def __str__(self):
        return f"{self.person}: {self.organisation}"


class RightRequestQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state="waiting")

    def of_territory(self, offices):
        """Those of organisations in the territory of one of the offices."""
        return self.filter(in_territory(offices))


class RightRequest(models.Model):
    """A person asks to act for the organisation of a BIN, which the portal may not know yet: then its name and place
    are what the person says, and the office compares them with the paper."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits for the office")
        CONFIRMED = "confirmed", _("Confirmed")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = TAKEN_BACK, _("Taken back")

    class Paper(models.TextChoices):
        ORDER = "order", _("Order of appointment")
        POWER = "power", _("Power of attorney")
        REGISTER = "register", _("Extract of the register of legal persons")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="right_requests")
    bin = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    region = models.CharField(max_length=9)
    district = models.CharField(max_length=9, blank=True)
    position = models.CharField(max_length=100)
    asked_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    paper = models.CharField(max_length=8, choices=Paper.choices, blank=True)
    paper_number = models.CharField(max_length=60, blank=True)
    paper_date = models.DateField(null=True, blank=True)
    representation = models.OneToOneField(
        Representation, on_delete=models.PROTECT, null=True, blank=True, related_name="request"
    )

    objects = RightRequestQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["person", "bin"],
                condition=Q(state="waiting"),
                name="right_asked_once",
                violation_error_message=_("You have asked for this organisation already. The office will answer."),
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", answered_at=None, answered_by=None)
                | ~Q(state="waiting") & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="answered_request_has_a_time",
                violation_error_message=_("A request that is answered has the time of the answer and who gave it."),
            ),
            models.CheckConstraint(
                condition=Q(state="confirmed", representation__isnull=False, paper_date__isnull=False)
                | ~Q(state="confirmed") & Q(representation=None),
                name="confirmed_request_has_its_paper",
                violation_error_message=_("A confirmed request names the paper that the office has seen."),
            ),
        )
        indexes = (
            models.Index(fields=["region", "district", "id"], condition=Q(state="waiting"), name="right_request_waits"),
            models.Index(fields=["person", "-id"], name="right_request_of_person"),
        )

    def __str__(self):
        return f"{self.name} ({self.bin})"
