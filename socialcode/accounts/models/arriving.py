"""Ways in: links to choose a password, and how many visitors begin from one place."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

User = settings.AUTH_USER_MODEL


class PasswordLink(models.Model):
    """The way to choose a password: sent to the person's own mailbox, seen by no administrator, good once.

    The address holds `key` signed with the portal's secret, so a copy of this table opens nothing.
    """

    GOOD_FOR = datetime.timedelta(days=2)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="password_links")
    made_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=["next_try_at"], condition=Q(sent_at=None, used_at=None), name="password_link_to_send"),
        )

    def __str__(self):
        return f"{self.user}: {self.made_at:%Y-%m-%d %H:%M}"

    @property
    def is_good(self) -> bool:
        return self.used_at is None and self.user.is_active and timezone.now() < self.made_at + self.GOOD_FOR


class NewSessions(models.Model):
    """How many visitors began within an hour from one place, which is kept as a keyed hash."""

    place = models.CharField(max_length=64)
    hour = models.DateTimeField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["place", "hour"], name="one_count_of_a_place_and_hour"),)
        indexes = (models.Index(fields=["hour"], name="new_sessions_hour"),)

    def __str__(self):
        return f"{self.number} ({self.hour:%Y-%m-%d %H:%M})"
