"""That somebody was told of the end of a payment, and what came of it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.awards.models import Award
from socialcode.cases.models import Claim


class Renewal(models.Model):
    """An award that ends on the day `until`, with what the law makes of the day after by what is known now.

    `unmet` are the names of the conditions that are not met on that day; `claim` is the one begun for it.
    """

    class Prospect(models.TextChoices):
        AGAIN = "again", _("Can be granted again")
        ASKED = "asked", _("Depends on what is still to be asked")
        OVER = "over", _("Conditions are not met any more")

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="renewals")
    until = models.DateField()
    prospect = models.CharField(max_length=5, choices=Prospect.choices)
    unmet = models.JSONField(default=list)
    told_at = models.DateTimeField(default=timezone.now)
    claim = models.OneToOneField(Claim, on_delete=models.SET_NULL, null=True, blank=True, related_name="renews")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["award", "until"],
                name="told_once_of_an_end",
                violation_error_message=_("The person was told of this end already."),
            ),
            models.CheckConstraint(
                condition=Q(prospect="over") | Q(unmet=[]),
                name="what_is_over_has_its_reasons",
                violation_error_message=_("Only what is over names conditions that are not met."),
            ),
        )

    def __str__(self):
        return f"{self.award}: {self.until}"

    def get_absolute_url(self):
        return reverse("renewals:renew", args=[self.award.key])
