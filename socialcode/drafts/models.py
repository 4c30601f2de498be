"""What people have typed and not sent yet."""

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone

from socialcode.law.values import values_on

TERM = "retain_typed_days"  # a dated value of the law, which two administrators can change


class DraftQuerySet(models.QuerySet):
    def of(self, user_pk: int):
        """Somebody's own, the newest first; those whose term is over too, until they are erased."""
        return self.filter(user=user_pk).order_by("-kept_at", "-pk")


class Draft(models.Model):
    """What one person typed into one form of one page: only they get it back. `fields` are pairs of name and value.

    `place` is the page's address with its query, `form` names the form on it (see `marks.Mark`).
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    place = models.CharField(max_length=500)
    form = models.CharField(max_length=500)
    fields = models.JSONField()
    kept_at = models.DateTimeField(default=timezone.now)

    objects = DraftQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "place", "form"], name="one_draft_of_a_form"),)
        indexes = (models.Index(fields=["kept_at"], name="draft_kept_at"),)

    def __str__(self):
        return f"{self.place} ({self.kept_at:%Y-%m-%d %H:%M})"

    @property
    def until(self) -> datetime.datetime:
        """When it is erased, as the term is today."""
        return self.kept_at + datetime.timedelta(days=int(values_on(timezone.localdate()).value(TERM)))
