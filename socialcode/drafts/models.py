"""What people have typed and not sent yet."""

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone

TERM = datetime.timedelta(days=30)


def end_of_term() -> datetime.datetime:
    return timezone.now() + TERM


class DraftQuerySet(models.QuerySet):
    def of(self, user_pk: int):
        """Somebody's own, as far as their term is not over; the newest first."""
        return self.filter(user=user_pk, until__gt=timezone.now()).order_by("-kept_at", "-pk")

    def over(self):
        return self.filter(until__lte=timezone.now())


class Draft(models.Model):
    """What one person typed into one form of one page: only they get it back. `fields` are pairs of name and value.

    `place` is the page's address with its query, `form` names the form on it (see `marks.Form`).
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    place = models.CharField(max_length=500)
    form = models.CharField(max_length=500)
    fields = models.JSONField()
    kept_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(default=end_of_term)

    objects = DraftQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "place", "form"], name="one_draft_of_a_form"),)
        indexes = (models.Index(fields=["until"], name="draft_until"),)

    def __str__(self):
        return f"{self.place} ({self.kept_at:%Y-%m-%d %H:%M})"
