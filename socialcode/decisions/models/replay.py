"""A replay: every decision computed once more, and those that do not come out as they were decided."""

import uuid

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .decision import Decision


class ReplayQuerySet(models.QuerySet):
    def unfinished(self):
        """The one that goes on; the database keeps them to one."""
        return self.filter(finished_at=None)


class Replay(models.Model):
    """One pass over all decisions up to `last`. `done_to` is the key of the last one looked at: a slice moves it in the
    transaction that keeps what it found, so who is killed in the middle has done nothing, and nothing is done twice."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    total = models.PositiveIntegerField()
    last = models.BigIntegerField()
    done_to = models.BigIntegerField(default=0)
    looked_at = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = ReplayQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                models.Value(1),
                condition=Q(finished_at=None),
                name="one_replay_at_a_time",
                violation_error_message=_("A replay is on its way already."),
            ),
        )

    def __str__(self):
        return f"{self.asked_at:%Y-%m-%d %H:%M}"

    @property
    def percent(self) -> int:
        return 100 if not self.total else min(100, self.looked_at * 100 // self.total)


class Changed(models.Model):
    """A decision that does not come out as it was decided, and why; `before` and `now` are what is compared: outcome,
    amounts (tenge, as text) and days."""

    class Why(models.TextChoices):
        LATER_VALUE = "later_value", _("A value of the law for that day was entered later")
        LATER_RULE = "later_rule", _("The rule, or a value shipped with it, was mended later")
        UNREADABLE = "unreadable", _("It cannot be computed any more")
        UNEXPLAINED = "unexplained", _("Nothing explains it")
        OVERRIDE = "override", _("It differs from the computation without a reason")

    replay = models.ForeignKey(Replay, on_delete=models.PROTECT, related_name="changed")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="replays")
    why = models.CharField(max_length=11, choices=Why.choices)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    now = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    trouble = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["replay", "decision", "why"],
                name="changed_once_a_replay",
                violation_error_message=_("This decision is listed already."),
            ),
        )

    def __str__(self):
        return f"{self.decision_id}: {self.why}"
