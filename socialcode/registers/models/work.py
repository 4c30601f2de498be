"""What somebody works as, earns and pays contributions from."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from socialcode.people.models.register import RegisterPeriod, RegisterRow


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


class Income(RegisterRow):
    """Income of one kind in one month, in tenge."""

    class Kind(models.TextChoices):
        WAGE = "wage", _("Wage")
        BUSINESS = "business", _("Own business")
        PLATFORM = "platform", _("Platform work")
        PENSION = "pension", _("Pension")
        BENEFIT = "benefit", _("Benefit")
        OTHER = "other", _("Other income")

    month = models.DateField(_("Month"))
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind.choices)
    amount = models.DecimalField(_("Amount"), max_digits=14, decimal_places=2)

    class Meta:
        db_table = "people_income"
        indexes = (models.Index(fields=["person", "month"], name="income_month"),)
        constraints = (
            models.CheckConstraint(condition=Q(month__day=1), name="income_month_is_its_first_day"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="income_is_not_negative"),
        )

    def __str__(self):
        return f"{self.get_kind_display()}, {self.month:%Y-%m}"


class Contribution(RegisterRow):
    """A contribution paid for a person for one month, in tenge."""

    class Kind(models.TextChoices):
        PENSION = "pension", _("Mandatory pension contribution")
        PROFESSIONAL = "professional", _("Mandatory professional pension contribution")
        EMPLOYER = "employer", _("Employer’s pension contribution")
        SOCIAL = "social", _("Social contribution")

    month = models.DateField(_("Month"))
    kind = models.CharField(_("Kind"), max_length=12, choices=Kind.choices)
    amount = models.DecimalField(_("Amount"), max_digits=14, decimal_places=2)
    income = models.DecimalField(_("Income it was taken from"), max_digits=14, decimal_places=2)

    class Meta:
        db_table = "people_contribution"
        indexes = (models.Index(fields=["person", "kind", "month"], name="contribution_month"),)
        constraints = (models.CheckConstraint(condition=Q(month__day=1), name="contribution_month_is_its_first_day"),)

    def __str__(self):
        return f"{self.get_kind_display()}, {self.month:%Y-%m}"
