"""What was computed, with all that it was made of."""

import datetime
from decimal import Decimal

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from socialcode.engine.past import Worth
from socialcode.engine.registry import registry
from socialcode.explaining.payout import Payout, of_amounts

from .subject import about, exactly_one, subject_of


class Assessment(models.Model):
    """One computed outcome and all it was made of: what a court would ask for. Never changed.

    `facts` maps each fact's name to {value, source, received_on}; `explanation` is the explanation as JSON.
    """

    claim = about("cases.Claim", "assessments")
    award = about("awards.Award", "assessments")
    appeal = about("decisions.Appeal", "assessments")
    contract = about("measures.Contract", "assessments")
    provision = models.CharField(max_length=60)
    on = models.DateField()
    region = models.CharField(max_length=9, blank=True)
    facts = models.JSONField(encoder=DjangoJSONEncoder)
    outcome = models.CharField(max_length=10)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    explanation = models.JSONField(encoder=DjangoJSONEncoder)
    law_version = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        db_table = "cases_assessment"
        constraints = (exactly_one("assessment_is_about_one_thing"),)

    def __str__(self):
        return f"{self.provision} {self.on}: {self.outcome}"

    @property
    def payout(self) -> Payout:
        """What was computed, as everybody reads it."""
        provision, net = registry.provision(self.provision), self.explanation.get("net_amount")
        in_hand = self.amount if "net_amount" not in provision.rules else None if net is None else Decimal(net)
        return of_amounts(provision, self.amount, in_hand, self.explanation.get("withheld"))

    @property
    def past(self) -> list[Worth]:
        """What each day was found to be worth from the first one on; empty where no day lies before its own."""
        return [_worth(**one) for one in self.explanation.get("past", ())]

    @property
    def subject(self) -> models.Model:
        """The claim, award, appeal or contract it was computed for."""
        return subject_of(self)


def _worth(since: str, until: str | None, amount, in_hand) -> Worth:
    """A stretch as JSON keeps it."""
    days = (day and datetime.date.fromisoformat(day) for day in (since, until))
    return Worth(*days, *(None if tenge is None else Decimal(tenge) for tenge in (amount, in_hand)))
