"""The list of events. A trigger of the database refuses to change, delete or empty it (see migrations)."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone


class EventQuerySet(models.QuerySet):
    def about(self, thing):
        """Events of one stored thing, oldest first."""
        return self.filter(on_type=thing._meta.label_lower, on_key=str(thing.pk)).order_by("pk")


class Event(models.Model):
    at = models.DateTimeField(default=timezone.now)
    kind = models.CharField(max_length=60)
    on_type = models.CharField(max_length=60)
    on_key = models.CharField(max_length=60)
    on_text = models.CharField(max_length=300)
    by_key = models.CharField(max_length=60, blank=True)
    by_text = models.CharField(max_length=300, blank=True)
    details = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        indexes = (
            models.Index(fields=["on_type", "on_key"], name="event_on"),
            models.Index(fields=["at"], name="event_at"),
        )

    def __str__(self):
        return f"{self.kind}: {self.on_text}"


class Link(models.Model):
    """The hash of an event and of all before it. The database makes it when the event commits."""

    place = models.BigIntegerField(primary_key=True)
    event_id = models.BigIntegerField(unique=True)
    hash = models.BinaryField()

    def __str__(self):
        return f"{self.place}: event {self.event_id}"
