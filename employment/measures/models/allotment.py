"""The employment map of a year: places and money of each measure at each office, and what contracts hold of them."""

import uuid
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office

User = settings.AUTH_USER_MODEL
NOTHING = Decimal(0)


class Allotment(models.Model):
    """What an office may spend on a measure in a year: `places`, and `money` in tenge.

    `places_taken` are those of contracts that begin in the year, `reserved` is what contracts hold of the money: the
    sum of their reservations. Both change under the lock of this row only, and the database keeps them within.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    measure = models.CharField(max_length=60)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="allotments")
    year = models.PositiveSmallIntegerField()
    places = models.PositiveIntegerField()
    money = models.DecimalField(max_digits=14, decimal_places=2)
    places_taken = models.PositiveIntegerField(default=0)
    reserved = models.DecimalField(max_digits=14, decimal_places=2, default=NOTHING)

    class Meta:
        ordering = ("year", "office", "measure")
        constraints = (
            models.UniqueConstraint(
                fields=["office", "year", "measure"],
                name="measure_once_in_a_map",
                violation_error_message=_("The map of this year has this measure already."),
            ),
            models.CheckConstraint(
                condition=Q(places_taken__lte=F("places")),
                name="places_of_a_measure_suffice",
                violation_error_message=_("No place of this measure is left at the office in this year."),
            ),
            models.CheckConstraint(
                condition=Q(reserved__gte=0, reserved__lte=F("money")),
                name="money_of_a_measure_suffices",
                violation_error_message=_("The money of this measure at the office does not suffice in this year."),
            ),
        )

    def __str__(self):
        return f"{self.office.code}, {self.year}: {self.measure}"

    @property
    def places_left(self) -> int:
        return self.places - self.places_taken

    @property
    def money_left(self) -> Decimal:
        return self.money - self.reserved


class MapChangeQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(answered_at=None)


class MapChange(models.Model):
    """Another number of places, or another sum, for a measure of an office in a year: one proposes, another agrees."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    measure = models.CharField(max_length=60)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    places = models.PositiveIntegerField()
    money = models.DecimalField(max_digits=14, decimal_places=2)
    reason = models.TextField()
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    is_agreed = models.BooleanField(null=True, blank=True)
    answer = models.TextField(blank=True)

    objects = MapChangeQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["office", "year", "measure"],
                condition=Q(answered_at=None),
                name="one_change_of_the_map_waits",
                violation_error_message=_("A change of this line waits for a second person. Settle it first."),
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None, answered_at=None, is_agreed=None)
                | Q(answered_by__isnull=False, answered_at__isnull=False, is_agreed__isnull=False),
                name="change_of_the_map_is_answered_or_waits",
                violation_error_message=_("A change that is answered says by whom and when."),
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("proposed_by")),
                name="two_persons_to_the_map",
                violation_error_message=_("Who proposed it does not agree to it. Another person does."),
            ),
            models.CheckConstraint(
                condition=Q(money__gte=0),
                name="money_of_the_map_is_not_negative",
                violation_error_message=_("The money of a measure is a sum of nothing or more."),
            ),
        )

    def __str__(self):
        return f"{self.office.code}, {self.year}: {self.measure}"


class Reservation(models.Model):
    """What a contract holds of a year's money: `amount` tenge, of which `used` stands in accepted proofs."""

    contract = models.ForeignKey("measures.Contract", on_delete=models.PROTECT, related_name="reservations")
    allotment = models.ForeignKey(Allotment, on_delete=models.PROTECT, related_name="reservations")
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    used = models.DecimalField(max_digits=14, decimal_places=2, default=NOTHING)
    has_place = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["contract", "allotment"],
                name="contract_holds_a_years_money_once",
                violation_error_message=_("The money of this year is reserved for the contract already."),
            ),
            models.CheckConstraint(
                condition=Q(used__gte=0, used__lte=F("amount")),
                name="no_more_is_used_than_reserved",
                violation_error_message=_("More would be paid in this year than is reserved for the contract."),
            ),
        )

    def __str__(self):
        return f"{self.contract}: {self.amount}"
