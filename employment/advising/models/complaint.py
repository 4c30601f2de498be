"""What somebody writes who does not agree with a removal in effect, and what another person answers."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .removal import Removal

User = settings.AUTH_USER_MODEL


class ComplaintQuerySet(models.QuerySet):
    def open(self):
        return self.filter(answered_at=None)


class Complaint(models.Model):
    """One complaint of a removal, answered until `answer_by` by somebody who took no part in it: what is right revokes
    the removal, the rest lets it stand. `is_late` where it came after the term; whoever answers weighs why."""

    removal = models.OneToOneField(Removal, on_delete=models.PROTECT, related_name="complaint")
    text = models.TextField(_("Why do you not agree?"))
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    is_late = models.BooleanField(default=False)
    answer_by = models.DateField()
    is_right = models.BooleanField(null=True, blank=True)
    reason = models.TextField(_("Reason"), blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_at=None, is_right=None, answered_by=None, reason="")
                | Q(answered_at__isnull=False, is_right__isnull=False, answered_by__isnull=False) & ~Q(reason=""),
                name="removal_complaint_is_answered_with_a_reason",
                violation_error_message=_("Write the reason in a sentence."),
            ),
        )
        indexes = (models.Index(fields=["answer_by"], condition=Q(answered_at=None), name="removal_complaint_open"),)

    def __str__(self):
        return str(self.removal)
