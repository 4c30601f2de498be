"""One computation of new amounts, its slices (the queue of record of the work), and what it found of each award."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode import slices
from socialcode.awards.models import Award, Term
from socialcode.engine.days import days_after

User = settings.AUTH_USER_MODEL


class IndexationQuerySet(models.QuerySet):
    def open(self):
        """Those that are neither in effect nor given up; the database keeps them to one."""
        return self.exclude(state__in=CLOSED)


class Indexation(models.Model):
    """New amounts from `since` on, by the law of that day, for the awards of `provisions`.

    `law_hash` is of what the provisions take from the law on the day; `report` what was found, once all is computed:
    looked_at, unchanged, changed, held, before and after (tenge a month, exact text), and the same by provision.
    """

    class State(models.TextChoices):
        COMPUTING = "computing", _("Is being computed")
        READY = "ready", _("Waits for another administrator")
        RELEASING = "releasing", _("Is being put in effect")
        IN_EFFECT = "in_effect", _("In effect")
        RETURNED = "returned", _("Returned")
        CANCELLED = "cancelled", _("Called off")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    since = models.DateField()
    provisions = ArrayField(models.CharField(max_length=60))
    law_hash = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.COMPUTING)
    report = models.JSONField(default=dict)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    sliced_at = models.DateTimeField(null=True, blank=True)
    computed_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)
    released_at = models.DateTimeField(null=True, blank=True)

    objects = IndexationQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                models.Value(1),
                condition=Q(state__in=["computing", "ready", "releasing"]),
                name="one_open_indexation",
                violation_error_message=_("New amounts are already being computed, or wait for an answer."),
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("asked_by")) | Q(state="cancelled"),
                name="indexation_answered_by_another",
                violation_error_message=_("You asked for these new amounts, so another administrator has to answer."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["releasing", "in_effect", "returned"])
                | Q(answered_by__isnull=False, answered_at__isnull=False),
                name="indexation_released_by_somebody",
                violation_error_message=_("New amounts take effect when somebody has agreed to them."),
            ),
        )

    def __str__(self):
        return f"{self.since:%Y-%m-%d}"


CLOSED = (Indexation.State.IN_EFFECT, Indexation.State.RETURNED, Indexation.State.CANCELLED)


class CountedQuerySet(slices.SliceQuerySet):
    def counts(self) -> dict:
        """What the slices done so far counted together."""
        found = self.aggregate(Sum("looked_at"), Sum("unchanged"), Sum("expected"))
        return {name.removesuffix("__sum"): number or 0 for name, number in found.items()}


class Slice(slices.Slice):
    """Awards with keys from `first` to `last`, computed in one transaction."""

    run = models.ForeignKey(Indexation, on_delete=models.CASCADE, related_name="slices")
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    looked_at = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)

    objects = CountedQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["run", "first"],
                name="one_slice_of_an_award",
                violation_error_message=_("These awards are already in another part of the computation."),
            ),
        )

    def __str__(self):
        return f"{self.first}-{self.last}"


class LineQuerySet(models.QuerySet):
    def to_release(self):
        return self.filter(held="")

    def with_rights(self):
        return self.select_related("award__decision__claim")


class Line(models.Model):
    """One term of an award and what it comes to from `since` on. `held` is why it is not changed by the run; then an
    officer looks at it. `made` is the new term once the run is in effect; None where the award changed meanwhile."""

    class Held(models.TextChoices):
        LOWER = "lower", _("It would be less than now")
        NOT_KNOWN = "not_known", _("The new amount cannot be computed")
        BY_HAND = "by_hand", _("It was granted otherwise than computed")

    run = models.ForeignKey(Indexation, on_delete=models.PROTECT, related_name="lines")
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="indexation_lines")
    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="indexed_by")
    made = models.OneToOneField(Term, on_delete=models.PROTECT, null=True, blank=True, related_name="indexation")
    since = models.DateField()
    before = models.DecimalField(max_digits=14, decimal_places=2)
    after = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    in_hand = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    withheld = models.JSONField(default=list)
    held = models.CharField(max_length=9, choices=Held.choices, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    objects = LineQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["run", "term"],
                name="one_line_of_a_term",
                violation_error_message=_("This amount is in the computation already."),
            ),
            models.CheckConstraint(
                condition=Q(after__isnull=False) | ~Q(held=""),
                name="released_line_has_an_amount",
                violation_error_message=_("A new amount that takes effect is known."),
            ),
        )
        indexes = (
            models.Index(fields=["run"], condition=Q(told_at=None, made__isnull=False), name="indexed_and_not_told"),
        )

    def __str__(self):
        return f"{self.award_id}: {self.before} -> {self.after}"

    @property
    def day_before(self):
        """The last day of the old amount."""
        return days_after(self.since, -1)

    @property
    def more(self):
        """Tenge a month more or less; None while the new amount is not known."""
        return None if self.after is None else self.after - self.before
