"""One month's money of one award, and what it is made of."""

import re
import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode.awards.models import Award
from socialcode.engine.registry import registry
from socialcode.people.models import Organisation, Person
from socialcode.people.payee import Payee, exactly_one_payee

from .register import PaymentRegister
from .run import PaymentRun

NUMBER = re.compile("SC[0-9]{12}")


class OrderState(models.TextChoices):
    """Where the money of an order is."""

    HELD = "held", _("Held back")
    ORDERED = "ordered", _("In a list")
    SENT = "sent", _("On its way")
    PAID = "paid", _("Paid")
    REJECTED = "rejected", _("Refused by the bank")
    RETURNED = "returned", _("Came back")
    REPLACED = "replaced", _("Paid by a later order")
    CANCELLED = "cancelled", _("Not to be paid")


GONE = (OrderState.REPLACED, OrderState.CANCELLED)  # these carry no money any more
CAME_BACK = (OrderState.REJECTED, OrderState.RETURNED)


class OrderQuerySet(models.QuerySet):
    def standing(self):
        """Orders that carry money: paid, on its way, or still to be paid."""
        return self.exclude(state__in=GONE)


class PaymentOrder(models.Model):
    """What one run pays for an award: `amount` to one payee on one account, all of it fixed when it is made.

    An order that came back is paid again by another one of the same month (`replaces`, the next `attempt`) with the
    same lines. Of an award and a month one order stands. `region` (KATO) is where the person was registered.
    """

    key = models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False)
    run = models.ForeignKey(PaymentRun, on_delete=models.PROTECT, related_name="orders", db_index=False)
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="orders", db_index=False)
    month = models.DateField()
    attempt = models.PositiveSmallIntegerField(default=1)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")
    register = models.ForeignKey(
        PaymentRegister, on_delete=models.PROTECT, null=True, blank=True, related_name="orders"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="payment_orders")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="payment_orders", db_index=False
    )
    iban = models.CharField(max_length=34, blank=True)
    provision = models.CharField(max_length=60)
    region = models.CharField(max_length=9, blank=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    state = models.CharField(max_length=9, choices=OrderState.choices, default=OrderState.ORDERED)
    paid_on = models.DateField(null=True, blank=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        constraints = (
            exactly_one_payee("order_has_one_payee"),
            models.UniqueConstraint(
                fields=["award", "month", "attempt"],
                name="one_order_of_an_award_and_month",
                violation_error_message=_("There is already an order for this award and month."),
            ),
            models.UniqueConstraint(
                fields=["award", "month"],
                condition=~Q(state__in=("replaced", "cancelled")),
                name="one_standing_order_of_an_award_and_month",
                violation_error_message=_("This award is paid for the month already."),
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="order_pays_something",
                violation_error_message=_("An order pays more than nothing."),
            ),
            models.CheckConstraint(
                condition=Q(attempt=1, replaces=None) | Q(attempt__gt=1, replaces__isnull=False),
                name="later_attempt_replaces_an_order",
                violation_error_message=_("A payment that is made again names the one it replaces."),
            ),
            models.CheckConstraint(
                condition=Q(register__isnull=False) | Q(state__in=("held", "cancelled")),
                name="order_outside_a_list_is_held",
                violation_error_message=_("An order without a list is held back."),
            ),
            models.CheckConstraint(
                condition=Q(paid_on=None) | Q(state__in=("paid", "returned", "replaced", "cancelled")),
                name="only_what_was_paid_has_a_day",
                violation_error_message=_("Only what was paid has a day of payment."),
            ),
        )
        indexes = (
            models.Index(fields=["run"], condition=Q(register=None), name="orders_held"),
            models.Index(fields=["iban"], name="order_account"),
        )

    def __str__(self):
        return self.number

    @property
    def title(self) -> str:
        """What is paid, in the reader's language."""
        return gettext(registry.provision(self.provision).title)

    @property
    def number(self) -> str:
        """How banks name it: the end-to-end identification of the message."""
        return number_of(self.pk)

    @property
    def payee(self) -> Payee:
        return Payee(self.organisation or self.person, self.iban)

    @property
    def concerned(self) -> tuple:
        """Whom it is about."""
        return (self.person,)


def number_of(pk: int) -> str:
    """The name of an order in messages, by its key."""
    return f"SC{pk:012d}"


def pk_of(number: str) -> int | None:
    """The key of an order by its name in messages; None for what is no such name."""
    return int(number[2:]) if NUMBER.fullmatch(number) else None


WITHHELD = {  # by what the ledger calls it
    "contribution": _("Pension contribution, into your own pension account"),
    "centre": _("To the care centre"),
}


class LineKind(models.TextChoices):
    """What a line adds (positive) or takes off (negative)."""

    ENTITLEMENT = "entitlement", _("Payment of the month")
    ARREARS = "arrears", _("For an earlier month")
    WITHHELD = "withheld", _("Withheld")
    RECOVERY = "recovery", _("Paid too much before")


class OrderLine(models.Model):
    """A part of an order for one month. `what` says of what is withheld what it is and `to` to whom it goes; of what is
    recovered `what` is the key of the plan."""

    order = models.ForeignKey(PaymentOrder, on_delete=models.PROTECT, related_name="lines")
    for_month = models.DateField()
    kind = models.CharField(max_length=11, choices=LineKind.choices)
    what = models.CharField(max_length=60, blank=True, default="")
    to = models.CharField(max_length=200, blank=True, default="")
    amount = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(amount=0),
                name="line_adds_or_takes_off",
                violation_error_message=_("A line of an order adds something or takes something off."),
            ),
        )

    def __str__(self):
        return f"{self.get_kind_display()}, {self.for_month:%Y-%m}"

    @property
    def in_words(self) -> str:
        """What it adds or takes off, and to whom that goes."""
        said = str(WITHHELD.get(self.what) or self.get_kind_display()) if self.kind == LineKind.WITHHELD else ""
        return said or self.get_kind_display()
