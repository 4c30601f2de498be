"""What a person is told, and how they want to be told."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.people.models import Person

from ..kinds import CODES


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
        is_on_its_way = any(row.is_on_its_way for row in rows)
        if self.read_at is None and is_on_its_way and len(moments) == 1:
            return None
        if self.read_at is None and len(moments) > 1:
            moments.pop()  # that it stood in the portal does not count where it went out later
        return timezone.localdate(min(moments))


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
