"""A choice of the queue that somebody comes back to."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class SavedFilter(models.Model):
    """`query` is the part of the queue's address after the question mark; nothing personal is in it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("Name of the filter"), max_length=30)
    query = models.CharField(max_length=300)

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["user", "name"],
                name="one_filter_of_a_name",
                violation_error_message=_("You have a filter of this name already."),
            ),
        )

    def __str__(self):
        return self.name

    @property
    def address(self) -> str:
        return f"{reverse('work:queue')}?{self.query}"
