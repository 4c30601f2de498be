"""The way of a notice by a channel, and the parts in which a long SMS goes."""

import datetime

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .notice import Notice

DAY = datetime.timedelta(days=1)


class DeliveryQuerySet(models.QuerySet):
    def due(self, state, urgency):
        """Rows of a state and an urgency whose time has come, the longest due first."""
        return self.filter(state=state, urgency=urgency, next_try_at__lte=timezone.now()).order_by("next_try_at", "pk")

    def beside_codes(self, person_id, channel):
        """What goes to one person on one channel, except codes."""
        return self.filter(notice__to_id=person_id, channel=channel).exclude(urgency=Delivery.Urgency.CODE)


class Delivery(models.Model):
    """A notice on one channel. Waiting rows are the queue; a task only wakes it. A code begins as `sending`.

    From `sending` on, `subject` and `text` are exactly what is sent, and do not change any more: who takes over from a
    worker that was killed sends the same words under the same `key`. `covered_by` is the one message of the day that
    speaks of this notice too; `gateway_key` is what the gateway calls the message. `sent` is all that is known of a
    gateway that tells nothing back; one that does makes it `delivered`, or `undelivered` with the reason. What
    it refused at once has `failed`, with the reason where it is one of these. `quiet` are the next hours, and those of
    every later day, in which it does not go, wherever it was meanwhile; None where it may go at any hour.
    """

    class Channel(models.TextChoices):
        SMS = "sms", _("SMS")
        EMAIL = "email", _("Email")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be sent")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        DELIVERED = "delivered", _("Arrived")
        UNDELIVERED = "undelivered", _("Sent, but did not arrive")
        FAILED = "failed", _("Could not be sent")
        COVERED = "covered", _("Part of another message of the day")

    class Urgency(models.IntegerChoices):
        CODE = 0  # at once
        OWN = 1  # about a matter of one's own
        BULK = 2  # one of many: when nothing else waits

    class Undeliverable(models.TextChoices):
        UNKNOWN_NUMBER = "unknown_number", _("There is no such number")
        PHONE_OFF = "phone_off", _("The phone could not be reached until the message was too old")
        BLOCKED = "blocked", _("The operator or the phone does not let such messages through")
        OTHER = "other", _("The operator gave no reason")

    ON_ITS_WAY = (State.WAITING, State.SENDING)
    OUT = (State.SENT, State.DELIVERED)  # it went, and nobody said that it did not arrive
    WENT = (*OUT, State.UNDELIVERED)

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="deliveries")
    channel = models.CharField(max_length=5, choices=Channel.choices)
    address = models.CharField(max_length=254)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    state = models.CharField(max_length=11, choices=State.choices, default=State.WAITING)
    urgency = models.PositiveSmallIntegerField(choices=Urgency.choices, db_default=Urgency.OWN)
    covered_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="covers")
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    quiet = DateTimeRangeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    undeliverable = models.CharField(max_length=14, choices=Undeliverable.choices, blank=True, db_default="")
    gateway_key = models.CharField(max_length=100, blank=True)
    error = models.CharField(max_length=300, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["notice", "channel"], name="one_delivery_a_channel"),
            models.CheckConstraint(
                condition=Q(state__in=["sent", "delivered", "undelivered"], sent_at__isnull=False)
                | ~Q(state__in=["sent", "delivered", "undelivered"]) & Q(sent_at=None),
                name="delivery_that_went_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state="delivered", delivered_at__isnull=False)
                | ~Q(state="delivered") & Q(delivered_at=None),
                name="delivery_that_arrived_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state="failed")
                | Q(state="undelivered") & ~Q(undeliverable="")
                | ~Q(state="undelivered") & Q(undeliverable=""),
                name="undelivered_delivery_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state="covered", covered_by__isnull=False) | ~Q(state="covered") & Q(covered_by=None),
                name="covered_delivery_names_the_other",
            ),
        )
        indexes = (
            models.Index(
                fields=["state", "urgency", "next_try_at"],
                condition=Q(state__in=["waiting", "sending"]),
                name="delivery_queues",
            ),
        )

    def __str__(self):
        return f"{self.get_channel_display()}: {self.notice}"

    def may_go_at(self, moment: datetime.datetime) -> datetime.datetime:
        """The moment itself, or the end of the quiet hours into which it falls."""
        if self.quiet is None or moment < self.quiet.lower:
            return moment
        later = DAY * ((moment - self.quiet.lower) // DAY)
        return max(moment, self.quiet.upper + later)

    @property
    def is_on_its_way(self) -> bool:
        """Whether it may still reach the person: by itself, or as part of another message of the day."""
        carrier = self.covered_by or self
        return carrier.state in self.ON_ITS_WAY

    @property
    def moments_sent(self) -> list[datetime.datetime]:
        """When it went out, by itself or as part of another message of the day; never what did not arrive."""
        carrier = self.covered_by or self
        return [carrier.sent_at] if carrier.state in self.OUT else []

    @property
    def key(self) -> str:
        """By what a gateway knows a message that is sent a second time."""
        return f"{self.notice.key}-{self.channel}"


class Gateway(models.TextChoices):
    """The ways by which something comes back."""

    INBOX = "inbox", _("Demo phones and mailboxes")
    HTTP = "http", _("An SMS gateway over HTTP")
    SMPP = "smpp", _("An SMS centre over SMPP")


class PartQuerySet(models.QuerySet):
    def named(self, gateway: str, gateway_keys):
        """What a gateway calls so, the newest last: names may be used again after long."""
        return self.filter(gateway=gateway, gateway_key__in=gateway_keys).order_by("handed_at", "pk")


class Part(models.Model):
    """A message as a gateway got it: a long SMS goes to an SMS centre in several, each with a name of its own.

    A row is there before the part goes. Until the gateway has answered, `taken_at` is empty: if it was cut off then,
    nobody knows whether the gateway has the part, unless it tells later (`receipts`).
    """

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveSmallIntegerField(default=1)
    gateway = models.CharField(max_length=5, choices=Gateway.choices)
    gateway_key = models.CharField(max_length=100, blank=True)
    handed_at = models.DateTimeField(default=timezone.now)
    taken_at = models.DateTimeField(null=True, blank=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["delivery", "number"], name="one_row_a_part"),)
        indexes = (
            models.Index(fields=["gateway", "gateway_key"], name="part_named"),
            models.Index(fields=["handed_at"], condition=Q(taken_at=None), name="part_cut_off"),
        )

    def __str__(self):
        return f"{self.delivery} ({self.number})"
