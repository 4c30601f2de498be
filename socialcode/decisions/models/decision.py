"""What an officer decided on an assessment, and what others said of it."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.second_person import is_settled
from socialcode.engine.past import Worth
from socialcode.engine.registry import registry
from socialcode.explaining.earlier import Earlier, of_stretches
from socialcode.explaining.payout import Payout, of_amounts

from ..deviation import Deviation, between
from .assessment import Assessment
from .subject import about, exactly_one, subject_of

User = settings.AUTH_USER_MODEL


class Decision(models.Model):
    """An officer grants, partly grants or refuses a claim, or changes, pauses or ends an award. It takes effect when
    enough other people have agreed.

    `amount` is what is granted, `in_hand` what of it reaches the person; None where it is not known what is taken off.
    `despite` is why money is granted although a part of the claim was not looked at, or is not in order. What the rule
    grants by itself (`is_by_rule`) is exactly what was computed, and takes effect at once: there is nobody who decided.
    """

    class Kind(models.TextChoices):
        GRANT = "grant", _("Grant")
        PARTLY = "partly", _("Partly grant")
        REFUSE = "refuse", _("Refuse")
        CHANGE = "change", _("Change")
        PAUSE = "pause", _("Pause")
        RESUME = "resume", _("Go on")
        END = "end", _("End")

    ON_A_CLAIM = (Kind.GRANT, Kind.PARTLY, Kind.REFUSE)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    claim = about("cases.Claim", "decisions")
    award = about("awards.Award", "decisions")
    appeal = about("decisions.Appeal", "decisions")
    contract = about("measures.Contract", "decisions")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    in_hand = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    unmet = models.JSONField(default=list)
    reason = models.TextField(blank=True)
    override_reason = models.TextField(blank=True)
    despite = models.TextField(blank=True, default="", db_default="")
    approvers_needed = models.PositiveSmallIntegerField(default=1)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="decisions", null=True, blank=True)
    is_by_rule = models.BooleanField(default=False, db_default=False)
    decided_at = models.DateTimeField(default=timezone.now)

    class Meta:
        db_table = "cases_decision"
        constraints = (
            exactly_one("decision_is_about_one_thing"),
            models.CheckConstraint(
                condition=Q(kind="refuse", amount=None, starts_on=None, ends_on=None) | ~Q(kind="refuse"),
                name="refusal_has_no_money",
                violation_error_message=_("A refusal names no amount and no days."),
            ),
            models.CheckConstraint(
                condition=Q(kind="grant") | ~Q(reason="") | ~Q(unmet=[]),
                name="unfavourable_decision_has_a_reason",
                violation_error_message=_("A decision against the person needs a reason."),
            ),
            models.CheckConstraint(
                condition=Q(is_by_rule=False, decided_by__isnull=False)
                | Q(is_by_rule=True, decided_by=None, kind="grant", approvers_needed=0, override_reason=""),
                name="somebody_or_the_rule_decided",
                violation_error_message=_("Somebody decides, or the rule grants what was computed."),
            ),
        )

    def __str__(self):
        return f"{self.subject}: {self.get_kind_display()}"

    @property
    def subject(self) -> models.Model:
        """The claim, award, appeal or contract it decides on."""
        return subject_of(self)

    @property
    def origin(self) -> models.Model:
        """The claim or contract it goes back to: its own, or that of the award or complaint it is about."""
        return self.claim or self.contract or (self.award or self.appeal).decision.origin

    @property
    def decider(self) -> str:
        """Who decided, as everybody reads it."""
        return gettext("the rule, by itself") if self.is_by_rule else self.decided_by.full_name

    @property
    def payout(self) -> Payout:
        """The amount as everybody reads it."""
        if self.amount == self.assessment.amount:
            return self.assessment.payout
        provision = registry.provision(self.assessment.provision)
        in_hand = self.in_hand if "net_amount" in provision.rules else self.amount
        return of_amounts(provision, self.amount, in_hand, self.assessment.explanation.get("withheld"))

    @property
    def past(self) -> list[Worth]:
        """What it grants for each day from the first one on; empty where that is one sum, such as another one than was
        computed."""
        is_computed = self.kind == self.Kind.GRANT and self.amount == self.assessment.amount
        return self.assessment.past if is_computed else []

    @property
    def earlier(self) -> list[Earlier]:
        """Days that are worth another sum than the amount, as everybody reads it."""
        deduction = self.assessment.explanation.get("withheld")
        return of_stretches(registry.provision(self.assessment.provision), self.past, deduction)

    @property
    def deviation(self) -> Deviation:
        """How far its amount lies from the computed one."""
        return between(self.assessment.amount, self.amount)

    @property
    def in_effect_since(self) -> datetime.datetime | None:
        """When the last person agreed who had to; None while some have not, or one returned it. What the rule decides
        is in effect at once."""
        if self.is_by_rule:
            return self.decided_at
        said = list(self.approvals.order_by("pk").values_list("verdict", "at"))
        is_returned = any(verdict == Approval.Verdict.RETURN for verdict, _at in said)
        return said[-1][1] if not is_returned and is_settled(len(said), self.approvers_needed) else None


class Approval(models.Model):
    """What one other person said of a decision."""

    class Verdict(models.TextChoices):
        AGREE = "agree", _("Agree")
        RETURN = "return", _("Return to the officer")

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="approvals")
    verdict = models.CharField(max_length=6, choices=Verdict.choices)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="approvals")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        db_table = "cases_approval"
        constraints = (
            models.UniqueConstraint(
                fields=["decision", "by"],
                name="one_verdict_a_person",
                violation_error_message=_("You have already answered. Another person is needed."),
            ),
            models.CheckConstraint(
                condition=Q(verdict="agree") | ~Q(reason=""),
                name="return_has_a_reason",
                violation_error_message=_("Give the reason in a sentence."),
            ),
        )

    def __str__(self):
        return f"{self.decision}: {self.get_verdict_display()}"
