"""Notices, the way each goes by a channel, letters anybody can check, and the demo inbox."""

import datetime
import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
from socialcode.people.models import Person

from .kinds import CODES

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without those that are mistaken for one another


def verification_code() -> str:
    return "-".join("".join(secrets.choice(CODE_LETTERS) for _letter in range(4)) for _part in range(4))


class NoticeQuerySet(models.QuerySet):
    def to_read(self):
        """What a list shows: codes to sign in are nothing to keep reading."""
        return self.exclude(kind__in=CODES)

    def unread(self):
        return self.to_read().filter(read_at=None)


class Notice(models.Model):
    """One message to one person. What it speaks of is named by value, because notices know no claims.

    `link` is the page of what it speaks of; `answer_by` the last day to answer, where an answer is awaited.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    about_type = models.CharField(max_length=60, blank=True)
    about_key = models.CharField(max_length=60, blank=True)
    link = models.CharField(max_length=200, blank=True)
    answer_by = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["to", "-created_at"], name="notice_to"),
            models.Index(fields=["about_type", "about_key"], name="notice_about"),
        )

    def __str__(self):
        return self.subject

    @property
    def told_on(self) -> datetime.date | None:
        """The day on which the person was told (APPC, article 66): a message went out, or it was read. None while one
        is on its way; where none can go, the day on which it stood in the portal."""
        rows = self.deliveries.all()
        moments = [moment for row in rows for moment in row.moments_sent] + [self.read_at or self.created_at]
        is_on_its_way = any(row.state in Delivery.ON_ITS_WAY for row in rows)
        if self.read_at is None and is_on_its_way and len(moments) == 1:
            return None
        if self.read_at is None and len(moments) > 1:
            moments.pop()  # that it stood in the portal does not count where it went out later
        return timezone.localdate(min(moments))


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
    speaks of this notice too; `gateway_key` is what the gateway calls the message.
    """

    class Channel(models.TextChoices):
        SMS = "sms", _("SMS")
        EMAIL = "email", _("Email")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be sent")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Could not be sent")
        COVERED = "covered", _("Part of another message of the day")

    class Urgency(models.IntegerChoices):
        CODE = 0  # at once
        OWN = 1  # about a matter of one's own
        BULK = 2  # one of many: when nothing else waits

    ON_ITS_WAY = (State.WAITING, State.SENDING, State.COVERED)

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="deliveries")
    channel = models.CharField(max_length=5, choices=Channel.choices)
    address = models.CharField(max_length=254)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    urgency = models.PositiveSmallIntegerField(choices=Urgency.choices, db_default=Urgency.OWN)
    covered_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="covers")
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    gateway_key = models.CharField(max_length=100, blank=True)
    error = models.CharField(max_length=300, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["notice", "channel"], name="one_delivery_a_channel"),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) | ~Q(state="sent") & Q(sent_at=None),
                name="sent_delivery_has_a_time",
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

    @property
    def moments_sent(self) -> list[datetime.datetime]:
        """When it went out: by itself, or as part of another message of the day."""
        sent = (self.sent_at, self.covered_by and self.covered_by.sent_at)
        return [moment for moment in sent if moment]

    @property
    def key(self) -> str:
        """By what a gateway knows a message that is sent a second time."""
        return f"{self.notice.key}-{self.channel}"


class Letter(models.Model):
    """A letter as PDF, kept as issued by an office. Anybody with the code can check on the portal that it is genuine.

    `number` is that of what it decides on.
    """

    notice = models.OneToOneField(Notice, on_delete=models.PROTECT, related_name="letter")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="letters")
    number = models.CharField(max_length=60)
    code = models.CharField(max_length=19, unique=True, default=verification_code)
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    issued_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.code


class WrongCode(models.Model):
    """Somebody entered a code that no letter has; `visitor` is a keyed hash of where they came from."""

    visitor = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (
            models.Index(fields=["visitor", "at"], name="wrong_code_of"),
            models.Index(fields=["at"], name="wrong_code_at"),
        )

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M}"


class InboxMessage(models.Model):
    """What the built-in gateway `inbox` would have sent, and what was answered: phones and mailboxes to try with."""

    class Direction(models.TextChoices):
        TO_PERSON = "to_person", _("To the person")
        FROM_PERSON = "from_person", _("From the person")

    channel = models.CharField(max_length=5, choices=Delivery.Channel.choices)
    address = models.CharField(max_length=254)
    direction = models.CharField(max_length=11, choices=Direction.choices, default=Direction.TO_PERSON)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    gateway_key = models.CharField(max_length=100, unique=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (models.Index(fields=["channel", "address", "-at"], name="inbox_address"),)

    def __str__(self):
        return f"{self.address}: {self.text[:60]}"


class Telling(models.Model):
    """How a person wants to be told: the language stands with the person; codes to sign in come by SMS always."""

    class Way(models.TextChoices):
        BOTH = "both", _("By SMS and e-mail")
        SMS = "sms", _("By SMS only")
        EMAIL = "email", _("By e-mail only")

    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, related_name="telling")
    way = models.CharField(max_length=5, choices=Way.choices, default=Way.BOTH)
    chosen_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"{self.person}: {self.way}"
