"""What one of the commission proposes on a move, and how the others vote on it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.hearing import Heard, word_has_a_time

from .move import Move

User = settings.AUTH_USER_MODEL


class RulingQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=Ruling.State.WAITING)


class Ruling(Heard):
    """Takes effect once as many others of the commission agree as the sum asks for (`votes_needed`); one who does not
    agree returns it. `amount` (tenge) is what is paid, or of a broken contract what the family has to pay back. Of that
    the family has its word first, until `word_by`: `word` is what it said.
    """

    class Kind(models.TextChoices):
        AGREE = "agree", _("The family moves")
        REFUSE = "refuse", _("The move is refused")
        PAY = "pay", _("Money from the certificate")
        BREAK = "break", _("The contract was broken")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits for another person")
        AGREED = "agreed", _("Agreed")
        RETURNED = "returned", _("Returned")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    move = models.ForeignKey(Move, on_delete=models.PROTECT, related_name="rulings")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    reason = models.TextField()
    amount = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    votes_needed = models.PositiveSmallIntegerField(default=1)
    ruled_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ruled_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = RulingQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["move"],
                condition=Q(state="waiting"),
                name="one_waiting_ruling_of_a_move",
                violation_error_message=_("Another decision on this move waits for a second person."),
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", settled_at=None) | ~Q(state="waiting") & Q(settled_at__isnull=False),
                name="settled_ruling_has_a_time",
                violation_error_message=_("A decision that is settled has its time."),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="ruling_has_a_reason",
                violation_error_message=_("Give the reason in a sentence."),
            ),
            word_has_a_time("word_on_a_ruling_has_a_time"),
        )

    def __str__(self):
        return f"{self.move}: {self.get_kind_display()}"


class Vote(models.Model):
    """What another one of the commission said of a ruling."""

    ruling = models.ForeignKey(Ruling, on_delete=models.PROTECT, related_name="votes")
    agrees = models.BooleanField()
    reason = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["ruling", "by"],
                name="one_vote_a_person",
                violation_error_message=_("You have already answered. Another person is needed."),
            ),
            models.CheckConstraint(
                condition=Q(agrees=True) | ~Q(reason=""),
                name="vote_against_has_a_reason",
                violation_error_message=_("Give the reason in a sentence."),
            ),
        )

    def __str__(self):
        return f"{self.ruling}: {self.agrees}"
