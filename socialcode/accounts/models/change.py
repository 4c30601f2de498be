"""What one administrator asks for an account and another agrees to."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .role import Office, Role

User = settings.AUTH_USER_MODEL


class AccountChangeQuerySet(models.QuerySet):
    def waiting(self):
        """Changes that another administrator has still to answer, the oldest first."""
        return self.filter(answered_at=None).select_related("user", "office", "asked_by").order_by("pk")


class AccountChange(models.Model):
    """What one administrator asks for an account, and another agrees to: only then it happens.

    `role` and `office` are of a role to give, `reason` says of the others why. A change is answered once.
    """

    class Kind(models.TextChoices):
        ROLE = "role", _("A role")
        PASSWORD = "password", _("A new password")
        SECOND_FACTOR = "second_factor", _("A new second factor")

    class Answer(models.TextChoices):
        AGREED = "agreed", _("Agreed")
        DECLINED = "declined", _("Declined")
        TAKEN_BACK = "taken_back", _("Taken back")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=13, choices=Kind.choices)
    role = models.CharField(max_length=20, choices=Role.choices, blank=True)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = AccountChangeQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["user", "kind", "role", "office"],
                condition=Q(answered_at=None),
                nulls_distinct=False,
                name="one_waiting_change_of_a_kind",
                violation_error_message=_("This is asked for already. Another administrator has to answer."),
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_by=None, answered_at=None)
                | ~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False),
                name="account_change_is_answered_by_somebody",
                violation_error_message=_("An answer has the person and the time it was given."),
            ),
            models.CheckConstraint(
                condition=~Q(answer="agreed") | ~Q(answered_by=F("asked_by")) & ~Q(answered_by=F("user")),
                name="account_change_is_agreed_by_another",
                violation_error_message=_("You asked for this, so another administrator has to answer."),
            ),
            models.CheckConstraint(
                condition=Q(kind="role") & ~Q(role="") | ~Q(kind="role") & Q(role="", office=None) & ~Q(reason=""),
                name="account_change_says_what_and_why",
                violation_error_message=_("Give the reason in a sentence."),
            ),
        )

    def __str__(self):
        return f"{self.user.full_name}: {self.get_role_display() or self.get_kind_display()}"
