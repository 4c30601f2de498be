"""When and where people and advisers meet: hours of an adviser in slots, appointments, and calls to the centre."""

import datetime
import uuid

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.seekers.models import Registration
from socialcode.accounts.models import Office
from socialcode.notices.models import Notice

User = settings.AUTH_USER_MODEL


class Moments(Func):
    """The time from `starts_at` to `ends_at`, the last moment excluded: who follows may begin then."""

    function = "tstzrange"
    output_field = DateTimeRangeField()


DURING = (Moments("starts_at", "ends_at"), RangeOperators.OVERLAPS)
STANDS = ("booked", "came", "missed")


class SlotQuerySet(models.QuerySet):
    def free(self):
        """Those still to come that nobody has booked."""
        taken = Appointment.objects.filter(state__in=STANDS)
        return self.filter(withdrawn_at=None, starts_at__gt=timezone.now()).exclude(pk__in=taken.values("slot"))


class Slot(models.Model):
    """A time that an adviser has for one person: at a place of the office (`place`), or by phone where it is empty."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    adviser = models.ForeignKey(User, on_delete=models.PROTECT, related_name="slots")
    place = models.CharField(_("Place"), max_length=80, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = SlotQuerySet.as_manager()

    class Meta:
        ordering = ("starts_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="slot_ends_after_its_start",
                violation_error_message=_("The end lies before the beginning."),
            ),
            ExclusionConstraint(
                name="adviser_is_in_one_place",
                expressions=(("adviser", RangeOperators.EQUAL), DURING),
                condition=Q(withdrawn_at=None),
                violation_error_message=_("The adviser has another appointment at this time."),
            ),
            ExclusionConstraint(
                name="place_has_one_adviser",
                expressions=(("office", RangeOperators.EQUAL), ("place", RangeOperators.EQUAL), DURING),
                condition=Q(withdrawn_at=None) & ~Q(place=""),
                violation_error_message=_("This place is taken by another adviser at this time."),
            ),
        )
        indexes = (models.Index(fields=["office", "starts_at"], name="slot_of_office"),)

    def __str__(self):
        return f"{self.adviser.full_name}: {timezone.localtime(self.starts_at):%Y-%m-%d %H:%M}"

    @property
    def is_by_phone(self) -> bool:
        return not self.place

    @property
    def day(self) -> datetime.date:
        return timezone.localdate(self.starts_at)


class Call(models.Model):
    """The centre calls somebody: to take part in a measure (within the days of article 100.1(2)), or to visit it.

    `come_by` is the last day; its days count from `told_on`. Who did not come has their word before anything follows.
    """

    class Kind(models.TextChoices):
        MEASURE = "measure", _("To take part in help of the centre")
        VISIT = "visit", _("To visit the centre or report to it")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="calls")
    kind = models.CharField(_("What for"), max_length=7, choices=Kind.choices)
    about = models.CharField(_("In a sentence"), max_length=300)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    told_on = models.DateField(null=True, blank=True)
    come_by = models.DateField()
    reminded_at = models.DateTimeField(null=True, blank=True)
    came_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["registration", "kind"],
                condition=Q(closed_at=None),
                name="one_call_of_a_kind",
                violation_error_message=_("The person is called for this already."),
            ),
            models.CheckConstraint(
                condition=Q(came_on=None) | Q(closed_at__isnull=False),
                name="who_came_is_awaited_no_more",
                violation_error_message=_("A call that somebody followed is closed."),
            ),
        )
        indexes = (models.Index(fields=["come_by"], condition=Q(closed_at=None), name="call_waiting"),)

    def __str__(self):
        return f"{self.registration}: {self.come_by}"


class Appointment(models.Model):
    """A person has booked a slot. `during` is the slot's time: nobody is expected at two places at once."""

    class State(models.TextChoices):
        BOOKED = "booked", _("Booked")
        CANCELLED = "cancelled", pgettext_lazy("appointment", "Called off")
        CAME = "came", _("Came")
        MISSED = "missed", pgettext_lazy("appointment", "Did not come")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="appointments")
    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="appointments")
    call = models.ForeignKey(Call, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments")
    during = DateTimeRangeField()
    about = models.CharField(_("What about"), max_length=300, blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.BOOKED)
    booked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    booked_at = models.DateTimeField(default=timezone.now)
    reminded_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("during", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["slot"],
                condition=Q(state__in=STANDS),
                name="one_person_a_slot",
                violation_error_message=_("Somebody else has booked this time. Choose another one."),
            ),
            ExclusionConstraint(
                name="person_is_in_one_place",
                expressions=(("registration", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)),
                condition=Q(state__in=STANDS),
                violation_error_message=_("There is another appointment at this time."),
            ),
            models.CheckConstraint(
                condition=Q(state="booked", closed_at=None) | ~Q(state="booked") & Q(closed_at__isnull=False),
                name="appointment_is_ahead_or_closed",
                violation_error_message=_("An appointment that is over has the time it was closed."),
            ),
        )
        indexes = (models.Index(fields=["registration", "-id"], name="appointment_of_registration"),)

    def __str__(self):
        return f"{self.slot}"
