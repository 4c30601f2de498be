"""The hearing of a person before a decision against them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.notices.models import Notice

from .claim import Claim

User = settings.AUTH_USER_MODEL


class Hearing(models.Model):
    """Before an unfavourable decision the person is heard: told what is planned, and given days to object.

    `notice` tells the person; the days to object count from the day they were told on, `told_on`, empty until then.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="hearings")
    planned = models.TextField(_("What is planned, and why"))
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField()
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    told_on = models.DateField(null=True, blank=True)
    objection = models.TextField(_("Your objection"), blank=True)
    heard_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(closed_at=None),
                name="one_open_hearing_a_claim",
                violation_error_message=_("A hearing of this claim is open already."),
            ),
            models.CheckConstraint(
                condition=Q(objection="") | Q(heard_at__isnull=False),
                name="objection_has_a_time",
                violation_error_message=_("An objection has the time it was made."),
            ),
        )
        indexes = (models.Index(fields=["due_on"], condition=Q(closed_at=None), name="hearing_waiting"),)

    def __str__(self):
        return f"{self.claim}: {self.opened_at:%Y-%m-%d}"
