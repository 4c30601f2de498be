"""A complaint against a decision."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.people.models import Person


class Appeal(models.Model):
    """A person says why a decision is wrong, within the time of the law or with what kept them from it
    (`late_because`). What comes of it is a decision about it.

    The database lets nobody decide on it, or agree to that, who decided or agreed before, or who wrote it down.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    decision = models.ForeignKey("decisions.Decision", on_delete=models.PROTECT, related_name="appeals")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appeals")
    text = models.TextField(_("What is wrong with the decision"))
    late_because = models.TextField(blank=True, default="", db_default="")
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="appeals")
    filed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(text=""),
                name="appeal_says_what_is_wrong",
                violation_error_message=_("Say in a sentence what is wrong with the decision."),
            ),
        )

    def __str__(self):
        return f"{self.person}: {self.decision_id}"

    @property
    def concerned(self) -> tuple:
        """Whom it is about: who complains, and whom the decision is about."""
        return (self.person, *self.decision.subject.concerned)
