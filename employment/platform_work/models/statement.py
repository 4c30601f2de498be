"""What the operator of a platform says that it paid out and withheld (article 102-1)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.people.models import Organisation, Person
from socialcode.registers.models import Delivery


class StatementQuerySet(models.QuerySet):
    def to_read(self):
        """Those that nobody has brought in yet, the oldest first."""
        return self.filter(read_at=None).order_by("pk")


class Statement(models.Model):
    """A file that an operator sent, known by its content: the same again is the same statement. It lies on the disk
    under its key until it is read; what came of it is said by its `delivery`."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    operator = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="platform_statements")
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    size = models.BigIntegerField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["operator", "sha256"],
                name="a_statement_once",
                violation_error_message=_("This file was sent already."),
            ),
            models.CheckConstraint(
                condition=Q(delivery=None, read_at=None) | Q(delivery__isnull=False, read_at__isnull=False),
                name="read_statement_has_a_delivery",
                violation_error_message=_("A statement that was read says what came of it."),
            ),
        )
        indexes = (models.Index(fields=["id"], condition=Q(read_at=None), name="statements_to_read"),)

    def __str__(self):
        return self.name

    @property
    def place(self):
        """Where its file lies until it is read."""
        return settings.STATEMENT_FOLDER / self.key.hex


class Payout(models.Model):
    """What one operator paid a performer in a month, and withheld of it, in tenge. What an operator said before stays
    with `ended_at`."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="platform_payouts", db_index=False)
    operator = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="platform_payouts")
    month = models.DateField(_("Month"))
    income = models.DecimalField(_("Income"), max_digits=14, decimal_places=2)
    tax = models.DecimalField(_("Income tax"), max_digits=14, decimal_places=2)
    pension = models.DecimalField(_("Mandatory pension contribution"), max_digits=14, decimal_places=2)
    employer_pension = models.DecimalField(_("Employer’s pension contribution"), max_digits=14, decimal_places=2)
    social = models.DecimalField(_("Social contribution"), max_digits=14, decimal_places=2)
    health = models.DecimalField(_("Health insurance contribution"), max_digits=14, decimal_places=2)
    received_on = models.DateField()
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["person", "month", "operator"],
                condition=Q(ended_at=None),
                name="one_payout_of_a_month",
                violation_error_message=_("This operator says something else of the month already."),
            ),
        )

    def __str__(self):
        return f"{self.month:%Y-%m}: {self.income}"

    @property
    def withheld(self):
        """All that was taken off, with the tax."""
        return self.tax + self.pension + self.employer_pension + self.social + self.health
