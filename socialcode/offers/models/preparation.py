"""A pass over what was found, from which offers and calls are prepared: in slices, each one transaction."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode import slices


class PreparationQuerySet(models.QuerySet):
    def unfinished(self):
        return self.filter(finished_at=None)


class Preparation(models.Model):
    """All rights found (`detection.Entitled`) with numbers above `after`, up to `upto`, looked at on the day `on`.

    A whole pass begins at nothing and runs once a day, because what bars an offer ends with time; others take what was
    found since the last one, so that a day's new register data lead to offers the same day.
    """

    on = models.DateField(default=timezone.localdate)
    after = models.BigIntegerField(default=0)
    upto = models.BigIntegerField()
    is_whole = models.BooleanField()
    begun_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = PreparationQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                models.Value(1),
                condition=Q(finished_at=None),
                name="one_preparation_at_a_time",
                violation_error_message=_("Offers are being prepared already."),
            ),
            models.UniqueConstraint(
                fields=["on"],
                condition=Q(is_whole=True),
                name="one_whole_preparation_a_day",
                violation_error_message=_("Everything was looked at today."),
            ),
            models.CheckConstraint(
                condition=Q(upto__gte=F("after")),
                name="preparation_goes_forward",
                violation_error_message=_("A pass goes forward."),
            ),
        )

    def __str__(self):
        return f"{self.on}: {self.after}–{self.upto}"


class PreparationSlice(slices.Slice):
    """The families from `first` to `last` of a pass. `offers` and `calls` are how many it made."""

    preparation = models.ForeignKey(Preparation, on_delete=models.CASCADE, related_name="slices")
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    offers = models.PositiveIntegerField(default=0)
    calls = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(last__gte=F("first")),
                name="preparation_slice_goes_forward",
                violation_error_message=_("A slice goes forward."),
            ),
        )
        indexes = (models.Index(fields=["preparation"], condition=Q(done_at=None), name="preparation_slices_left"),)

    def __str__(self):
        return f"{self.preparation_id}: {self.first}–{self.last}"
