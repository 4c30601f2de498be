"""A text that an office writes often."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office

LONGEST = 4000  # letters


class OfficeText(models.Model):
    """A message or a reason in the languages of the claimants, with places that are filled in (`staff.texts`)."""

    class Purpose(models.TextChoices):
        ASK = "ask", _("Request for information")
        HEAR = "hear", _("Hearing")
        WRITE = "write", _("Message")
        REASON = "reason", _("Reasons of a decision")

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(_("What it is for"), max_length=6, choices=Purpose.choices)
    name = models.CharField(_("Name of the text"), max_length=60)
    kk = models.TextField(_("In Kazakh"), max_length=LONGEST)
    ru = models.TextField(_("In Russian"), max_length=LONGEST)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("purpose", "name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["office", "purpose", "name"],
                condition=models.Q(removed_at=None),
                name="one_text_of_a_name",
                violation_error_message=_("The office has a text of this name already."),
            ),
        )

    def __str__(self):
        return self.name
