"""Somebody is away, and another works on their claims."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office

User = settings.AUTH_USER_MODEL


class Absence(models.Model):
    """An officer of an office is away from `since` to `until`, both days included; `stand_in` works on their claims.

    The claims stay with who has them. It is ended early by `ended_at`, never deleted.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="absences")
    stand_in = models.ForeignKey(User, on_delete=models.PROTECT, related_name="stands_in")
    since = models.DateField(_("First day away"))
    until = models.DateField(_("Last day away"))
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("since", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(until__gte=F("since")),
                name="absence_ends_after_its_start",
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.CheckConstraint(
                condition=~Q(user=F("stand_in")),
                name="nobody_stands_in_for_themselves",
                violation_error_message=_("Choose another officer: nobody stands in for themselves."),
            ),
        )
        indexes = (models.Index(fields=["stand_in", "until"], condition=Q(ended_at=None), name="absence_stand_in"),)

    def __str__(self):
        return f"{self.user.full_name}: {self.since} - {self.until}"
