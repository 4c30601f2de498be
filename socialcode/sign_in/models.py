"""Codes that were asked for: counted for known and unknown IINs alike, so that neither can be told from the other."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone

HOUR = datetime.timedelta(hours=1)


class CodeRequestQuerySet(models.QuerySet):
    def of_last_hour(self):
        return self.filter(at__gt=timezone.now() - HOUR)

    def forgettable(self):
        """Those that no limit counts any more."""
        return self.filter(at__lte=timezone.now() - HOUR)

    def take_try(self) -> bool:
        """Use up one try; False when none is left. One statement, so that guesses at the same moment all count."""
        left = self.filter(used_at=None, tries__lt=settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS)
        return left.update(tries=F("tries") + 1) == 1

    def use(self) -> bool:
        """Mark a code as used; False when it was used already."""
        return self.filter(used_at=None).update(used_at=timezone.now()) == 1


class CodeRequest(models.Model):
    """One code for one IIN, asked for from one place. The code itself is in the visitor's session.

    `device` names the device where its owner has signed in on it before, or the number on the phone that was typed (see
    `policies`); it is empty for strangers.
    """

    iin = models.CharField(max_length=12)
    address = models.GenericIPAddressField()
    device = models.CharField(max_length=32, blank=True)
    at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    objects = CodeRequestQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["iin", "at"], name="code_request_iin"),
            models.Index(fields=["address", "at"], name="code_request_address"),
            models.Index(fields=["at"], name="code_request_at"),
        )

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M}"
