"""Messages to banks and from them, and what they say of each order."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .order import PaymentOrder
from .register import PaymentRegister


class OutgoingQuerySet(models.QuerySet):
    def next_free(self):
        """The next message to write that nobody writes, locked to the end of the transaction."""
        return self.filter(written_at=None).order_by("pk").select_for_update(skip_locked=True, of=("self",)).first()


class Outgoing(models.Model):
    """A pain.001 message: the orders of a list with keys from `first` to `last`, with their number and their sum.

    Cut when the list is approved. What it says follows from its row and its orders, so that writing it again gives the
    same file; `sha256` is that of the file, `delivered_at` when it lay where the bank takes it.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    register = models.ForeignKey(PaymentRegister, on_delete=models.PROTECT, related_name="messages")
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    orders = models.PositiveIntegerField()
    amount = models.DecimalField(max_digits=18, decimal_places=2)
    made_at = models.DateTimeField(default=timezone.now)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    written_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["register", "first"],
                name="one_message_of_an_order",
                violation_error_message=_("These orders are already in another message."),
            ),
            models.CheckConstraint(
                condition=Q(written_at=None, sha256="") | Q(written_at__isnull=False) & ~Q(sha256=""),
                name="written_message_has_a_fingerprint",
                violation_error_message=_("A written message has its fingerprint."),
            ),
            models.CheckConstraint(
                condition=Q(delivered_at=None) | Q(written_at__isnull=False),
                name="delivered_message_is_written",
                violation_error_message=_("Only a written message is delivered."),
            ),
        )
        indexes = (models.Index(fields=["id"], condition=Q(delivered_at=None), name="messages_to_deliver"),)

    def __str__(self):
        return self.number

    @property
    def number(self) -> str:
        """The identification of the message, by which a bank answers and knows one that comes twice."""
        return f"SCM{self.pk:012d}"

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.number}.xml"


class Incoming(models.Model):
    """A file that came from a bank; the same file is kept once. One that cannot be read says why (`trouble`)."""

    class Kind(models.TextChoices):
        STATUS = "pain.002", _("Answers (pain.002)")
        NOTICE = "camt.054", _("Money that came back (camt.054)")
        UNKNOWN = "unknown", _("Not readable")

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.UNKNOWN)
    number = models.CharField(max_length=35, blank=True, default="")
    received_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    trouble = models.TextField(blank=True, default="")
    told = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unknown = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-pk",)

    def __str__(self):
        return self.name


class Told(models.Model):
    """What a bank said of one order: in the words of ISO 20022 (`status`, `reason`). `order` is empty where there is no
    such order; `changed` whether the order stands otherwise since, or the bank only said again what was known."""

    message = models.ForeignKey(Incoming, on_delete=models.PROTECT, related_name="entries")
    order = models.ForeignKey(PaymentOrder, on_delete=models.PROTECT, null=True, blank=True, related_name="told")
    number = models.CharField(max_length=35)
    status = models.CharField(max_length=4)
    reason = models.CharField(max_length=35, blank=True, default="")
    amount = models.DecimalField(max_digits=23, decimal_places=5, null=True, blank=True)  # any sum of the schema
    on = models.DateField(null=True, blank=True)
    changed = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "told"

    def __str__(self):
        return f"{self.number}: {self.status}"
