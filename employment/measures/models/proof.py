"""What an employer proves of a month: the wage and the contributions, or what a workplace cost."""

import uuid
from decimal import Decimal

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.awards.models import Change

from .contract import Contract

User = settings.AUTH_USER_MODEL
NOTHING = Decimal(0)


class ProofQuerySet(models.QuerySet):
    def standing(self):
        """Those that nobody returned."""
        return self.filter(returned_at=None)

    def accepted(self):
        """Those by which money is paid, or will be once a second person agrees."""
        return self.standing().filter(change__state__in=(Change.State.PROPOSED, Change.State.IN_EFFECT))

    def waiting(self):
        """Those that an officer has to look at."""
        return self.standing().exclude(pk__in=self.accepted().values("pk"))


class Proof(models.Model):
    """Of a contract and a month (its first day): `paid` is the wage before taxes, of a workplace fitted what it cost;
    `pension` and `social` are the contributions; all in tenge. `found` is what registers said when it was accepted: the
    sums of pension and social contributions of the month, or nothing; `note` is then how the officer knows.

    `amount` is what is owed for the month by it, `change` the change of the award that owes it, which a second person
    agrees to: how the proof stands is read from there.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="proofs")
    month = models.DateField()
    paid = models.DecimalField(max_digits=14, decimal_places=2)
    pension = models.DecimalField(max_digits=14, decimal_places=2)
    social = models.DecimalField(max_digits=14, decimal_places=2)
    filed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField(default=timezone.now)
    found = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    note = models.TextField(blank=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    change = models.ForeignKey(Change, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)

    objects = ProofQuerySet.as_manager()

    class Meta:
        ordering = ("month", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["contract", "month"],
                condition=Q(returned_at=None),
                name="month_is_proved_once",
                violation_error_message=_("This month is proved already."),
            ),
            models.CheckConstraint(
                condition=Q(month__day=1),
                name="proof_is_of_a_month",
                violation_error_message=_("A month is named by its first day."),
            ),
            models.CheckConstraint(
                condition=Q(paid__gt=0, pension__gte=0, social__gte=0),
                name="proof_names_what_was_paid",
                violation_error_message=_("A proof names what was paid, above zero, and the contributions."),
            ),
            models.CheckConstraint(
                condition=Q(returned_at=None, returned_by=None, reason="")
                | Q(returned_at__isnull=False, returned_by__isnull=False) & ~Q(reason=""),
                name="returned_proof_has_a_reason",
                violation_error_message=_("Say in a sentence why the proof is returned."),
            ),
        )

    def __str__(self):
        return f"{self.contract}: {self.month:%Y-%m}"

    @property
    def state(self) -> str:
        """returned, waiting (for an officer), proposed (waits for a second person) or accepted."""
        if self.returned_at:
            return "returned"
        stands = self.change.state if self.change else None
        return {Change.State.PROPOSED: "proposed", Change.State.IN_EFFECT: "accepted"}.get(stands, "waiting")
