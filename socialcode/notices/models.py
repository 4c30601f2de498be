"""Notices, the way each goes by a channel, letters anybody can check, and the demo inbox."""

import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.people.models import Person

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without those that are mistaken for one another


def verification_code() -> str:
    return "-".join("".join(secrets.choice(CODE_LETTERS) for _letter in range(4)) for _part in range(4))


class Notice(models.Model):
    """One message to one person. What it speaks of is named by value, because notices know no claims."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    about_type = models.CharField(max_length=60, blank=True)
    about_key = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=["to", "-created_at"], name="notice_to"),
            models.Index(fields=["about_type", "about_key"], name="notice_about"),
        )

    def __str__(self):
        return self.subject


class Delivery(models.Model):
    """A notice on one channel: `text` is exactly what was sent. Waiting rows are the queue; a task only wakes it."""

    class Channel(models.TextChoices):
        SMS = "sms", _("SMS")
        EMAIL = "email", _("Email")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Could not be sent")
        COVERED = "covered", _("Covered by an earlier message of the day")

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="deliveries")
    channel = models.CharField(max_length=5, choices=Channel.choices)
    address = models.CharField(max_length=254)
    text = models.TextField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    gateway_key = models.CharField(max_length=100, blank=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["notice", "channel"], name="one_delivery_a_channel"),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) | ~Q(state="sent") & Q(sent_at=None),
                name="sent_delivery_has_a_time",
            ),
        )
        indexes = (models.Index(fields=["next_try_at"], condition=Q(state="waiting"), name="delivery_queue"),)

    def __str__(self):
        return f"{self.get_channel_display()}: {self.notice}"


class Letter(models.Model):
    """A letter as PDF, kept as issued. Anybody with the code can check on the portal that it is genuine."""

    notice = models.OneToOneField(Notice, on_delete=models.PROTECT, related_name="letter")
    code = models.CharField(max_length=19, unique=True, default=verification_code)
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    issued_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.code


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
