"""The demo phones and mailboxes."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .delivery import Delivery


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
