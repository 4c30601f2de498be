"""What comes back by a gateway: receipts for what was sent, and messages from people."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .delivery import Delivery, Gateway, Part
from .notice import Notice


class Receipt(models.Model):
    """What a gateway said became of a part, each outcome once; `said` are its own words.

    It may come before the gateway has named the part in its answer: then `part` is empty until it does, and stays so
    where the name is none of ours.
    """

    class Outcome(models.TextChoices):
        DELIVERED = "delivered", _("Arrived")
        UNDELIVERED = "undelivered", _("Did not arrive")

    gateway = models.CharField(max_length=5, choices=Gateway.choices)
    gateway_key = models.CharField(max_length=100)
    outcome = models.CharField(max_length=11, choices=Outcome.choices)
    undeliverable = models.CharField(max_length=14, choices=Delivery.Undeliverable.choices, blank=True)
    said = models.CharField(max_length=300, blank=True)
    part = models.ForeignKey(Part, on_delete=models.CASCADE, null=True, blank=True, related_name="receipts")
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["part", "outcome"], name="one_receipt_an_outcome"),
            models.UniqueConstraint(
                fields=["gateway", "gateway_key", "outcome"],
                condition=Q(part=None),
                name="one_unknown_receipt_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(outcome="delivered", undeliverable="") | Q(outcome="undelivered") & ~Q(undeliverable=""),
                name="receipt_of_undelivered_says_why",
            ),
        )
        indexes = (models.Index(fields=["received_at"], name="receipt_at"),)

    def __str__(self):
        return f"{self.gateway_key}: {self.outcome}"


class Inbound(models.Model):
    """A message from a person, exactly as written, once, whatever gateway it came by.

    `address` is where it came from: a phone as +7 and ten digits where it is one of this country. `notice` is what it
    answers, where that is known. Until `taken_at` it waits for who reads such messages (`inbound.takers`).
    """

    gateway = models.CharField(max_length=5, choices=Gateway.choices)
    gateway_key = models.CharField(max_length=100)
    channel = models.CharField(max_length=5, choices=Delivery.Channel.choices)
    address = models.CharField(max_length=254)
    text = models.TextField(blank=True)
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, null=True, blank=True, related_name="replies")
    received_at = models.DateTimeField(default=timezone.now)
    taken_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "inbound"
        constraints = (models.UniqueConstraint(fields=["gateway", "gateway_key"], name="one_inbound_a_name"),)
        indexes = (
            models.Index(fields=["next_try_at", "id"], condition=Q(taken_at=None), name="inbound_waiting"),
            models.Index(fields=["address", "id"], condition=Q(taken_at=None), name="inbound_waiting_of"),
            models.Index(fields=["address", "received_at"], name="inbound_of"),
        )

    def __str__(self):
        return f"{self.address}: {self.text[:60]}"


class InboundPart(models.Model):
    """A part of a long message from a person, until all are there; `data` as it came, in the alphabet `coding`.

    Phones number their long messages over and over, so that `reference` names one only for a while. `joined_at`: the
    whole message is an `Inbound`, and the part is kept for a while, to know it when it comes a second time.
    """

    gateway = models.CharField(max_length=5, choices=Gateway.choices)
    address = models.CharField(max_length=254)
    reference = models.PositiveIntegerField()
    number = models.PositiveSmallIntegerField()
    total = models.PositiveSmallIntegerField()
    coding = models.PositiveSmallIntegerField()
    data = models.BinaryField()
    received_at = models.DateTimeField(default=timezone.now)
    joined_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gateway", "address", "reference", "total", "number"], name="one_inbound_part_a_number"
            ),
        )
        indexes = (models.Index(fields=["received_at"], name="inbound_part_at"),)

    def __str__(self):
        return f"{self.address}: {self.number}/{self.total}"
