"""What the registers of the health system say: never what somebody is ill with."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from socialcode.people.models.register import RegisterPeriod


class Health(RegisterPeriod):
    """A clinic somebody belongs to (`text` names it), health insurance, or an illness, from one day to another."""

    class Kind(models.TextChoices):
        CLINIC = "clinic", _("Clinic")
        INSURANCE = "insurance", _("Health insurance")
        ILLNESS = "illness", _("Sick leave")

    kind = models.CharField(_("Kind"), max_length=10, choices=Kind.choices)
    text = models.CharField(_("Name"), max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "health"

    def __str__(self):
        return self.text or self.get_kind_display()
