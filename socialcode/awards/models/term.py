"""What an award is worth from one day to another, and the days for which it is not paid."""

from decimal import Decimal

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.decisions.models import Decision
from socialcode.people.models.family import DateRange

from ..life import Stretch, Withheld
from .award import Award


class TermQuerySet(models.QuerySet):
    def in_effect(self):
        return self.filter(replaced_at=None)


class Term(models.Model):
    """So much a month (tenge) from `since` to `until`, both included, by a decision. Never changed: a change replaces
    those from its day on by new ones, and `replaced_at` says when.

    `in_hand` is what reaches the person, None while it is not known what is taken off; then nothing can be paid.
    `withheld` has what is taken off as rows of kind, amount (exact text) and to.
    """

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="terms")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="terms")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    gross = models.DecimalField(max_digits=14, decimal_places=2)
    in_hand = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    withheld = models.JSONField(default=list)
    made_at = models.DateTimeField(default=timezone.now)
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="term_ends_after_start",
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(in_hand=None) | Q(in_hand__lte=F("gross"), in_hand__gte=0),
                name="in_hand_is_part_of_the_whole",
                violation_error_message=_("What reaches the person is no more than the whole amount."),
            ),
            ExclusionConstraint(
                name="one_amount_a_day",
                expressions=(
                    ("award", RangeOperators.EQUAL),
                    (DateRange("since", "until", models.Value("[]")), RangeOperators.OVERLAPS),
                ),
                condition=Q(replaced_at=None),
                violation_error_message=_("There is another amount for some of these days already."),
            ),
        )

    def __str__(self):
        return f"{self.award}: {self.gross}"

    @property
    def stretch(self) -> Stretch:
        return Stretch(self.since, self.until, self.gross, read(self.in_hand, self.withheld), self.decision_id)


class Pause(models.Model):
    """Not paid from `since` on by a point of the Code. `paid_from` is the first day paid again: it may lie inside the
    time of the pause, as the law says of each ground; None while it lasts. `resumed_on` is when it was over."""

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="pauses")
    article = models.CharField(max_length=60)
    sentence = models.TextField()
    since = models.DateField()
    paid_from = models.DateField(null=True, blank=True)
    days = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(paid_from=None) | Q(paid_from__gte=F("since")),
                name="pause_is_over_after_it_began",
                violation_error_message=_("A payment goes on no earlier than it was paused."),
            ),
            models.UniqueConstraint(
                fields=["award", "article"],
                condition=Q(paid_from=None),
                name="paused_once_by_one_ground",
                violation_error_message=_("It is paused for this reason already."),
            ),
        )

    def __str__(self):
        return f"{self.award}: {self.since}"


def row_of(stretch: Stretch) -> dict:
    """A stretch as a term, or a change that makes one, keeps it."""
    return {
        "since": stretch.since,
        "until": stretch.until,
        "gross": stretch.gross,
        "in_hand": stretch.in_hand,
        "withheld": [{"kind": one.kind, "amount": str(one.amount), "to": one.to} for one in stretch.withheld or ()],
    }


def read(in_hand: Decimal | None, kept: list[dict]) -> tuple[Withheld, ...] | None:
    """What is withheld, as a row keeps it; None while that is not known."""
    if in_hand is None:
        return None
    return tuple(Withheld(one["kind"], Decimal(one["amount"]), one["to"]) for one in kept)
