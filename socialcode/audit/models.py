"""The list of events. A trigger of the database refuses to change, delete or empty it (see migrations)."""

import datetime

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models
from django.db.models.functions import Upper
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.midnight import midnight

ONE_DAY = datetime.timedelta(days=1)
KINDS = """
WITH RECURSIVE jump AS (
    SELECT min(kind) AS kind FROM audit_event
    UNION ALL
    SELECT (SELECT min(event.kind) FROM audit_event event WHERE event.kind > jump.kind) FROM jump
    WHERE jump.kind IS NOT NULL
)
SELECT kind FROM jump WHERE kind IS NOT NULL
"""


def type_of(thing) -> str:
    """The name events know a stored thing by: its model's, or the first one it had (`kept_as`): none is lost."""
    return getattr(thing, "kept_as", thing._meta.label_lower)


class EventQuerySet(models.QuerySet):
    def about(self, thing):
        """Events of one stored thing, oldest first."""
        return self.filter(on_type=type_of(thing), on_key=str(thing.pk)).order_by("pk")

    def of_same(self, event):
        """Everything that happened to what an event speaks of, oldest first."""
        return self.filter(on_type=event.on_type, on_key=event.on_key).order_by("pk")

    def wanted(self, *, kind="", who="", what="", since=None, until=None):
        """Events of a kind, with words in the name of who or on what, from one local day to another, both included."""
        found = self.filter(kind=kind) if kind else self
        found = found.filter(by_text__icontains=who) if who else found
        found = found.filter(on_text__icontains=what) if what else found
        found = found.filter(at__gte=midnight(since)) if since else found
        return found.filter(at__lt=midnight(until + ONE_DAY)) if until else found

    def newest_first(self):
        return self.order_by("-at", "-pk")

    def older_than(self, event):
        """Those that follow an event in the order of `newest_first`."""
        return self.filter(at__lte=event.at).exclude(at=event.at, pk__gte=event.pk)

    def newer_than(self, event):
        return self.filter(at__gte=event.at).exclude(at=event.at, pk__lte=event.pk)

    def kinds(self) -> list[str]:
        """Every kind there is. The index is jumped through: a million events of one kind cost no more than one."""
        with connection.cursor() as cursor:
            cursor.execute(KINDS)
            return [kind for (kind,) in cursor.fetchall()]


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
            models.Index(fields=["at", "id"], name="event_at"),
            models.Index(fields=["kind", "at", "id"], name="event_kind"),
            GinIndex(OpClass(Upper("by_text"), "gin_trgm_ops"), name="event_by_words"),
            GinIndex(OpClass(Upper("on_text"), "gin_trgm_ops"), name="event_on_words"),
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


class ChainCheckQuerySet(models.QuerySet):
    def unfinished(self):
        """The check that waits or runs; the database keeps it to one."""
        return self.filter(state__in=["waiting", "running"])


class ChainCheck(models.Model):
    """One run over the whole chain: asked for by an auditor (kept by value) or by the portal every night."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Running")
        UNBROKEN = "unbroken", _("Unbroken")
        BROKEN = "broken", _("Broken")

    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.CharField(max_length=300, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    events = models.BigIntegerField(null=True, blank=True)
    head = models.CharField(max_length=64, blank=True)
    breaks_found = models.BigIntegerField(default=0)
    first_breaks = models.JSONField(default=list)

    objects = ChainCheckQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=["unbroken", "broken"], finished_at__isnull=False)
                | models.Q(state__in=["waiting", "running"], finished_at=None),
                name="finished_chain_check_has_a_time",
            ),
            models.UniqueConstraint(
                models.Value(1), condition=models.Q(state__in=["waiting", "running"]), name="one_chain_check_at_a_time"
            ),
        )

    def __str__(self):
        return f"{self.asked_at:%Y-%m-%d %H:%M}"
