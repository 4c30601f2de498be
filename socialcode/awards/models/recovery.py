"""Money that was paid and is not owed: how it came, by which plan it comes back, and what came back."""

import uuid
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.decisions.models import Decision

from .award import Award

User = settings.AUTH_USER_MODEL
NOTHING = Decimal(0)


class Overpayment(models.Model):
    """So much (tenge) was paid above what is owed since a decision changed it; `months` says for which.

    `months` are rows of month, paid and owed as exact text. `fault` is who caused it, as the officer found.
    """

    class Fault(models.TextChoices):
        RECIPIENT = "recipient", _("Who receives it told something wrong, or told it late")
        OFFICE = "office", _("The office made a mistake")
        NOBODY = "nobody", _("Nobody: it could not be known earlier")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="overpayments")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="overpayments", null=True, blank=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    months = models.JSONField(default=list)
    fault = models.CharField(max_length=9, choices=Fault.choices)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="overpayment_is_not_negative",
                violation_error_message=_("What was paid too much is a sum above zero."),
            ),
        )

    def __str__(self):
        return f"{self.award}: {self.amount}"

    @property
    def concerned(self) -> tuple:
        """Whom it is about."""
        return self.award.concerned

    @property
    def came_back(self) -> Decimal:
        return self.taken.aggregate(sum=models.Sum("amount"))["sum"] or NOTHING

    @property
    def rest(self) -> Decimal:
        """What is still to come back; below zero where more came back than turned out to be too much."""
        return self.amount - self.came_back


class RecoveryQuerySet(models.QuerySet):
    def running(self):
        return self.filter(state=Recovery.State.RUNNING)

    def open(self):
        """Those that wait for another person or run: there is one of an overpayment at most."""
        return self.filter(state__in=[Recovery.State.PROPOSED, Recovery.State.RUNNING])


class Recovery(models.Model):
    """How an overpayment is kept from later payments: who receives them asked for it on a day, or the law needs no
    asking. `share` is the most that may be kept of what is due in a month, None where the Code names no
    limit; `instalment` (tenge) what is kept of a month at most, None where it is as much as may be.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Waits for another person")
        RUNNING = "running", _("Running")
        RETURNED = "returned", _("Returned")
        ENDED = "ended", _("Ended")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    overpayment = models.ForeignKey(Overpayment, on_delete=models.PROTECT, related_name="recoveries")
    asked_on = models.DateField(null=True, blank=True)
    share = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)
    instalment = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    since = models.DateField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.PROPOSED)
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="recoveries_proposed")
    proposed_at = models.DateTimeField(default=timezone.now)
    answered_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="recoveries_answered", null=True, blank=True
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    objects = RecoveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "recoveries"
        constraints = (
            models.UniqueConstraint(
                fields=["overpayment"],
                condition=Q(state__in=["proposed", "running"]),
                name="one_plan_of_an_overpayment",
                violation_error_message=_("There is a plan already. End it before another one begins."),
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None, answered_at=None, state="proposed")
                | Q(answered_by__isnull=False, answered_at__isnull=False) & ~Q(state="proposed"),
                name="plan_is_answered_or_waits",
                violation_error_message=_("A plan that is not answered waits for another person."),
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("proposed_by")),
                name="two_persons_to_a_plan",
                violation_error_message=_("Who proposed the plan does not agree to it. Another person does."),
            ),
            models.CheckConstraint(
                condition=Q(instalment=None) | Q(instalment__gt=0),
                name="instalment_is_money",
                violation_error_message=_("An instalment is a sum above zero."),
            ),
            models.CheckConstraint(
                condition=Q(share=None) | Q(share__gt=0, share__lte=1),
                name="share_is_part_of_the_whole",
                violation_error_message=_("A share is more than nothing and no more than the whole."),
            ),
        )

    def __str__(self):
        return f"{self.overpayment}: {self.get_state_display()}"

    @property
    def concerned(self) -> tuple:
        """Whom it is about."""
        return self.overpayment.concerned


class RecoveredQuerySet(models.QuerySet):
    def sum_of(self, overpayment: str) -> Coalesce:
        """What came back, for queries whose rows know their overpayment by a name; nothing where nothing did."""
        found = self.filter(overpayment=models.OuterRef(overpayment)).order_by().values("overpayment")
        sums = found.annotate(sum=models.Sum("amount")).values("sum")
        return Coalesce(models.Subquery(sums), models.Value(NOTHING))


class Recovered(models.Model):
    """Money of an overpayment that came back: kept from the payment of a month (`recovery`), or paid back (then the
    month is that of the day). Below zero where more had come back than was too much."""

    overpayment = models.ForeignKey(Overpayment, on_delete=models.PROTECT, related_name="taken")
    recovery = models.ForeignKey(Recovery, on_delete=models.PROTECT, related_name="taken", null=True, blank=True)
    month = models.DateField()
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="recovered", null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects = RecoveredQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "recovered"
        constraints = (
            models.UniqueConstraint(
                fields=["recovery", "month"],
                name="kept_once_a_month",
                violation_error_message=_("This was kept of the month's payment already."),
            ),
        )

    def __str__(self):
        return f"{self.overpayment}: {self.month} {self.amount}"
