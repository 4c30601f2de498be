"""What somebody owns and owes."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from socialcode.people.models.register import RegisterPeriod


class Property(RegisterPeriod):
    """Something owned from one day to another; `area` in square metres is the useful one of a home."""

    class Kind(models.TextChoices):
        HOME = "home", _("Home")
        LAND = "land", _("Land")
        PREMISES = "premises", _("Premises for business")
        VEHICLE = "vehicle", _("Vehicle")
        TRANSPORT = "transport", _("Transport for business")
        MACHINERY = "machinery", _("Farm machinery")
        LIVESTOCK = "livestock", _("Livestock")

    kind = models.CharField(_("Kind"), max_length=10, choices=Kind.choices)
    text = models.CharField(_("What it is"), max_length=200)
    area = models.PositiveIntegerField(_("Area, square metres"), null=True, blank=True)
    is_unsafe = models.BooleanField(_("Officially unsafe"), null=True, blank=True)

    class Meta:
        db_table = "people_property"
        verbose_name_plural = "properties"

    def __str__(self):
        return self.text


class Loan(RegisterPeriod):
    """Money owed to a lender; `overdue`, in tenge, should have been paid on the day `overdue_since` or later."""

    lender = models.CharField(_("Lender"), max_length=200)
    overdue = models.DecimalField(_("Overdue"), max_digits=14, decimal_places=2, default=0)
    overdue_since = models.DateField(_("Overdue since"), null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(overdue=0, overdue_since=None) | Q(overdue__gt=0, overdue_since__isnull=False),
                name="what_is_overdue_is_so_since_a_day",
                violation_error_message=_("Say how much is overdue and since when, or neither."),
            ),
        )

    def __str__(self):
        return self.lender
