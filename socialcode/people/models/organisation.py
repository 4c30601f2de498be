"""Who is not a person: employers, centres and other bodies, and the people who act for them."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .family import in_force
from .person import Person


class Organisation(models.Model):
    """Known by the BIN. `region` and `district` (KATO codes of its address) decide which office may look."""

    class Kind(models.TextChoices):
        EMPLOYER = "employer", _("Employer")
        CENTRE = "centre", _("Centre of special social services")
        STATE_BODY = "state_body", _("State body")
        OTHER = "other", _("Other organisation")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    bin = models.CharField(_("BIN"), max_length=12, unique=True)
    name = models.CharField(_("Name"), max_length=200)
    kind = models.CharField(_("What it is"), max_length=10, choices=Kind.choices)
    region = models.CharField(_("Region"), max_length=9)
    district = models.CharField(_("District"), max_length=9, blank=True)
    closed_on = models.DateField(_("Closed on"), null=True, blank=True)
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(bin__regex=r"^[0-9]{4}[456][0-3][0-9]{6}$"), name="bin_has_its_shape"),
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_a_name"),
        )

    def __str__(self):
        return self.name

    def who_acts(self) -> list[Person]:
        """Those who act for it today."""
        mandates = self.mandates.filter(in_force(timezone.localdate()))
        return [mandate.person for mandate in mandates.select_related("person")]


class Mandate(models.Model):
    """A person who acts for an organisation, such as its head, from one day to another, both included."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="mandates")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mandates")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")), name="mandate_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["organisation", "person"], condition=Q(until=None), name="mandate_of_a_person_once"
            ),
        )

    def __str__(self):
        return f"{self.person}: {self.organisation}"
