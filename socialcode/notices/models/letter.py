"""Letters that anybody can check, and guesses at their codes."""

import secrets

from django.db import models
from django.utils import timezone

from socialcode.accounts.models import Office

from .notice import Notice

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without those that are mistaken for one another


def verification_code() -> str:
    return "-".join("".join(secrets.choice(CODE_LETTERS) for _letter in range(4)) for _part in range(4))


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
