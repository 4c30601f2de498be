"""The state registers, what every row of one carries, and where a person is registered.

Rows are never changed: a corrected one gets `ended_at` and a successor whose source is the officer's correction. The
rows of other registers are in `socialcode.registers`; the address is here, because it decides which office may look.
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
    HEALTH = "health", _("Registers of the health system")
    CREDIT = "credit", _("State credit bureau")
    PLATFORMS = "platforms", _("Statements of platforms’ operators")
    AWARDS = "awards", _("Payments granted by this portal")
    CORRECTION = "correction", _("Corrected by an officer")


class RegisterQuerySet(models.QuerySet):
    def current(self):
        """Rows that no correction has replaced."""
        return self.filter(ended_at=None)

    def in_force(self, on):
        """Current rows whose period contains a day."""
        return self.current().filter(Q(since__lte=on) & (Q(until=None) | Q(until__gte=on)))


class RegisterRow(models.Model):
    """What a register says of a person, and when that was received; `ended_at` once a correction has replaced it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="%(class)s_rows")
    source = models.CharField(_("Register"), max_length=20, choices=Register.choices)
    received_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RegisterQuerySet.as_manager()

    class Meta:
        abstract = True

    def end(self) -> None:
        """From now on the register does not say this any more; the row stays for the history."""
        self.ended_at = timezone.now()
        self.save(update_fields=["ended_at"])


class RegisterPeriod(RegisterRow):
    """What was so from one day to another, both included; `until` is empty while it lasts."""

    since = models.DateField(_("From"))
    until = models.DateField(_("Until"), null=True, blank=True)

    class Meta:
        abstract = True


class Address(RegisterPeriod):
    """Where a person is registered; `region` and `district` are KATO codes."""

    region = models.CharField(_("Region"), max_length=9)
    district = models.CharField(_("District"), max_length=9, blank=True)
    text = models.CharField(_("Address"), max_length=300)
    is_rural = models.BooleanField(_("Village"), default=False)

    class Meta:
        indexes = (models.Index(fields=["region", "district"], name="address_territory"),)

    def __str__(self):
        return self.text
