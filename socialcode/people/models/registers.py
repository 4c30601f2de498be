"""What state registers say of a person. Every row names its register and the day it was received.

Rows are never changed: a corrected one gets `ended_at` and a successor whose source is the officer's correction.
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .person import Person


class Register(models.TextChoices):
    POPULATION = "population", _("State database of individuals")
    ADDRESSES = "addresses", _("Address register")
    CIVIL_STATUS = "civil_status", _("Civil status register")
    TAXES = "taxes", _("State revenue register")
    SOCIAL_INSURANCE = "social_insurance", _("State Social Insurance Fund")
    PENSION_FUND = "pension_fund", _("Unified Accumulative Pension Fund")
    LABOUR = "labour", _("Register of employment contracts")
    LABOUR_MARKET = "labour_market", _("Labour market register")
    EDUCATION = "education", _("National education register")
    DISABILITY = "disability", _("Register of persons with disability")
    PROPERTY = "property", _("Register of property and vehicles")
    AWARDS = "awards", _("Payments granted by this portal")
    CORRECTION = "correction", _("Corrected by an officer")


class RegisterQuerySet(models.QuerySet):
    def current(self):
        """Rows that no correction has replaced."""
        return self.filter(ended_at=None)

    def in_force(self, on):
        """Current rows whose period contains a day."""
        return self.current().filter(Q(since__lte=on) & (Q(until=None) | Q(until__gte=on)))


def _person(name: str) -> models.ForeignKey:
    return models.ForeignKey(Person, on_delete=models.PROTECT, related_name=name)


def _register() -> models.CharField:
    return models.CharField(_("Register"), max_length=20, choices=Register.choices)


class Address(models.Model):
    """Where a person is registered; `region` and `district` are KATO codes."""

    person = _person("addresses")
    region = models.CharField(_("Region"), max_length=9)
    district = models.CharField(_("District"), max_length=9, blank=True)
    text = models.CharField(_("Address"), max_length=300)
    is_rural = models.BooleanField(_("Village"), default=False)
    since = models.DateField(_("From"))
    until = models.DateField(_("Until"), null=True, blank=True)
    source = _register()
    received_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RegisterQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=["region", "district"], name="address_territory"),)

    def __str__(self):
        return self.text


class Income(models.Model):
    """Income of one kind in one month, in tenge."""

    class Kind(models.TextChoices):
        WAGE = "wage", _("Wage")
        BUSINESS = "business", _("Own business")
        PLATFORM = "platform", _("Platform work")
        PENSION = "pension", _("Pension")
        BENEFIT = "benefit", _("Benefit")
        OTHER = "other", _("Other income")

    person = _person("incomes")
    month = models.DateField(_("Month"))
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind.choices)
    amount = models.DecimalField(_("Amount"), max_digits=14, decimal_places=2)
    source = _register()
    received_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RegisterQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=["person", "month"], name="income_month"),)
        constraints = (
            models.CheckConstraint(condition=Q(month__day=1), name="income_month_is_its_first_day"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="income_is_not_negative"),
        )

    def __str__(self):
        return f"{self.get_kind_display()}, {self.month:%Y-%m}"


class Contribution(models.Model):
    """A contribution paid for a person for one month, in tenge."""

    class Kind(models.TextChoices):
        PENSION = "pension", _("Mandatory pension contribution")
        PROFESSIONAL = "professional", _("Mandatory professional pension contribution")
        EMPLOYER = "employer", _("Employer’s pension contribution")
        SOCIAL = "social", _("Social contribution")

    person = _person("contributions")
    month = models.DateField(_("Month"))
    kind = models.CharField(_("Kind"), max_length=12, choices=Kind.choices)
    amount = models.DecimalField(_("Amount"), max_digits=14, decimal_places=2)
    income = models.DecimalField(_("Income it was taken from"), max_digits=14, decimal_places=2)
    source = _register()
    received_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RegisterQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=["person", "kind", "month"], name="contribution_month"),)
        constraints = (models.CheckConstraint(condition=Q(month__day=1), name="contribution_month_is_its_first_day"),)

    def __str__(self):
        return f"{self.get_kind_display()}, {self.month:%Y-%m}"


class Study(models.Model):
    person = _person("studies")
    place = models.CharField(_("School or university"), max_length=200)
    is_full_time = models.BooleanField(_("Full-time"), default=True)
    since = models.DateField(_("From"))
    until = models.DateField(_("Until"), null=True, blank=True)
    source = _register()
    received_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RegisterQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "studies"

    def __str__(self):
        return self.place


class Disability(models.Model):
    class Group(models.TextChoices):
        GROUP1 = "group1", _("Group I")
        GROUP2 = "group2", _("Group II")
        GROUP3 = "group3", _("Group III")
        CHILD = "child", _("Child with disability")

    person = _person("disabilities")
    group = models.CharField(_("Group"), max_length=8, choices=Group.choices)
    cause = models.CharField(_("Cause"), max_length=100, blank=True)
    capacity_loss = models.PositiveSmallIntegerField(_("Loss of working capacity, percent"), null=True, blank=True)
    since = models.DateField(_("From"))
    until = models.DateField(_("Until"), null=True, blank=True)
    source = _register()
    received_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RegisterQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "disabilities"

    def __str__(self):
        return self.get_group_display()


class Employment(models.Model):
    """A contract of work, own business, platform work, or the status of an unemployed person."""

    class Kind(models.TextChoices):
        CONTRACT = "contract", _("Employment contract")
        BUSINESS = "business", _("Own business")
        PLATFORM = "platform", _("Platform work")
        UNEMPLOYED = "unemployed", _("Registered as unemployed")

    person = _person("employments")
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind.choices)
    employer = models.CharField(_("Employer"), max_length=200, blank=True)
    since = models.DateField(_("From"))
    until = models.DateField(_("Until"), null=True, blank=True)
    source = _register()
    received_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RegisterQuerySet.as_manager()

    def __str__(self):
        return self.employer or self.get_kind_display()


class Property(models.Model):
    class Kind(models.TextChoices):
        HOME = "home", _("Home")
        LAND = "land", _("Land")
        VEHICLE = "vehicle", _("Vehicle")
        LIVESTOCK = "livestock", _("Livestock")

    person = _person("properties")
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind.choices)
    text = models.CharField(_("What it is"), max_length=200)
    since = models.DateField(_("From"))
    until = models.DateField(_("Until"), null=True, blank=True)
    source = _register()
    received_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RegisterQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "properties"

    def __str__(self):
        return self.text
