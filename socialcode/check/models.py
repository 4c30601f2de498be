"""Checks begun in this browser or by this person: each is a row of its own, so that several stand side by side."""

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone


class CheckQuerySet(models.QuerySet):
    def of(self, owner: str):
        """Those of one session or person that are not over yet, the one used last first."""
        return self.filter(owner=owner, used_at__gt=_oldest()).order_by("-used_at", "-pk")

    def forgettable(self):
        """Those that nobody can open any more."""
        return self.filter(used_at__lte=_oldest())


def _oldest() -> datetime.datetime:
    return timezone.now() - datetime.timedelta(seconds=settings.SESSION_COOKIE_AGE)


class Check(models.Model):
    """One check. `owner` is the word that the session it was begun in keeps, or names who is signed in there: without
    it nobody opens the check.

    `content` is what was said (see `visit.Visit`); `used_at` is when something of it was last said or changed.
    """

    owner = models.CharField(max_length=32)
    key = models.CharField(max_length=12)
    content = models.JSONField()
    saw_result = models.BooleanField(default=False)
    begun_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(default=timezone.now)

    objects = CheckQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["owner", "key"], name="one_check_of_a_key"),)
        indexes = (models.Index(fields=["used_at"], name="check_used_at"),)

    def __str__(self):
        return f"{self.key} ({self.begun_at:%Y-%m-%d %H:%M})"


class ResultLink(models.Model):
    """What a link with a secret word opens for a term: the answers of one check, as they were.

    `address` is a hash of the word and `sealed` the answers, encrypted by it (see `links.sealing`): nobody but who has
    the link can read them, not even with the whole database.
    """

    address = models.CharField(max_length=64, unique=True)
    sealed = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self):
        return f"{self.made_at:%Y-%m-%d %H:%M}"
