"""What somebody works as, earns and pays contributions from."""

from types import MappingProxyType

from django.db import models
from django.utils.translation import gettext_lazy as _

from socialcode.people.models.register import RegisterPeriod

from .months import MonthRow, MonthsOfYear, amounts_of_year, once


class Employment(RegisterPeriod):
    """A contract of work, own business, platform work, a company founded, or the status of an unemployed person.

    `suspended_since` is the day since which a business stands still.
    """

    class Kind(models.TextChoices):
        CONTRACT = "contract", _("Employment contract")
        BUSINESS = "business", _("Own business")
        PLATFORM = "platform", _("Platform work")
        FOUNDER = "founder", _("Founder of a company")
        UNEMPLOYED = "unemployed", _("Registered as unemployed")

    kind = models.CharField(_("Kind"), max_length=10, choices=Kind.choices)
    employer = models.CharField(_("Employer"), max_length=200, blank=True)
    suspended_since = models.DateField(_("Stands still since"), null=True, blank=True)

    class Meta:
        db_table = "people_employment"

    def __str__(self):
        return self.employer or self.get_kind_display()


class IncomeKind(models.TextChoices):
    WAGE = "wage", _("Wage")
    BUSINESS = "business", _("Own business")
    PLATFORM = "platform", _("Platform work")
    PENSION = "pension", _("Pension")
    BENEFIT = "benefit", _("Benefit")
    OTHER = "other", _("Other income")


class IncomeYear(MonthsOfYear):
    """Income of one kind in a year."""

    kind = models.CharField(max_length=10, choices=IncomeKind.choices)

    class Meta:
        constraints = (once("income_of_a_year_once"),)


class Income(MonthRow):
    """Income of one kind in one month, in tenge."""

    Kind = IncomeKind
    kept_in, arrays = IncomeYear, MappingProxyType({"amount": "amounts"})
    kind = models.CharField(_("Kind"), max_length=10, choices=IncomeKind.choices)
    amount = models.DecimalField(_("Amount"), max_digits=14, decimal_places=2)

    class Meta:
        managed = False
        db_table = "registers_income"


class ContributionKind(models.TextChoices):
    PENSION = "pension", _("Mandatory pension contribution")
    PROFESSIONAL = "professional", _("Mandatory professional pension contribution")
    EMPLOYER = "employer", _("Employer’s pension contribution")
    SOCIAL = "social", _("Social contribution")


class ContributionYear(MonthsOfYear):
    """Contributions of one kind paid for somebody in a year, and the `incomes` that they were taken from."""

    kind = models.CharField(max_length=12, choices=ContributionKind.choices)
    incomes = amounts_of_year()

    class Meta:
        constraints = (once("contribution_of_a_year_once"),)


class Contribution(MonthRow):
    """A contribution paid for a person for one month, in tenge."""

    Kind = ContributionKind
    kept_in, arrays = ContributionYear, MappingProxyType({"amount": "amounts", "income": "incomes"})
    kind = models.CharField(_("Kind"), max_length=12, choices=ContributionKind.choices)
    amount = models.DecimalField(_("Amount"), max_digits=14, decimal_places=2)
    income = models.DecimalField(_("Income it was taken from"), max_digits=14, decimal_places=2, null=True)

    class Meta:
        managed = False
        db_table = "registers_contribution"
