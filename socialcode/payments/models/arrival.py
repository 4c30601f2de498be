"""People are asked whether their money arrived: a draw among the payments of a month, and what each of them says."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.notices.models import Inbound

from .order import PaymentOrder
from .run import PaymentRun

User = settings.AUTH_USER_MODEL


class ArrivalSample(models.Model):
    """So many payments of a run that banks call paid, drawn by a seed (`audit.drawing`). `drawn` is how many there
    were to ask about; one that somebody was asked about before is not asked about again."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    run = models.ForeignKey(PaymentRun, on_delete=models.PROTECT, related_name="arrival_samples")
    seed = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    drawn = models.PositiveIntegerField(default=0)
    drawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["run", "seed"],
                name="one_draw_of_a_seed",
                violation_error_message=_("These payments were drawn with this text already. Take another one."),
            ),
        )

    def __str__(self):
        return f"{self.run}: {self.seed}"


class ArrivalQuestion(models.Model):
    """One payment of a draw, and what its recipient says of it; `message` is the SMS that says it, or that nobody could
    read, so that a specialist sees it before the call."""

    class Answer(models.TextChoices):
        ARRIVED = "arrived", _("It arrived")
        MISSED = "missed", _("It did not arrive")
        UNREACHED = "unreached", _("Nobody was reached")

    class Way(models.TextChoices):
        PORTAL = "portal", _("Said on the portal")
        CALL = "call", _("Said on the phone")
        SMS = "sms", _("Answered by SMS")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sample = models.ForeignKey(ArrivalSample, on_delete=models.PROTECT, related_name="questions")
    order = models.OneToOneField(PaymentOrder, on_delete=models.PROTECT, related_name="arrival")
    answer = models.CharField(max_length=9, choices=Answer.choices, blank=True, default="")
    way = models.CharField(max_length=6, choices=Way.choices, blank=True, default="")
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    message = models.ForeignKey(Inbound, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(answer="", way="", answered_by=None, answered_at=None)
                | ~Q(answer="") & ~Q(way="") & Q(answered_by__isnull=False, answered_at__isnull=False)
                | ~Q(answer="") & Q(way="sms", answered_by=None, message__isnull=False, answered_at__isnull=False),
                name="arrival_is_answered_or_waits",
                violation_error_message=_("An answer says by whom, how and when."),
            ),
        )

    def __str__(self):
        return f"{self.order}: {self.get_answer_display()}"
