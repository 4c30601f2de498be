"""One right in an offer: what was found, by which facts and law, and what became of it after a yes."""

import datetime

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.detection.models import Entitled
from socialcode.engine.registry import registry
from socialcode.explaining.payout import Payout, of_amounts
from socialcode.people.models import Person

from .offer import Offer


class OfferedRightQuerySet(models.QuerySet):
    def live(self):
        """Those that are offered, or agreed to and not claimed yet."""
        return self.filter(is_live=True)

    def to_fulfil(self, now: datetime.datetime):
        """Those that were agreed to and wait for their claim; what failed comes later and holds up no other."""
        return self.filter(outcome="waiting", next_try_at__lte=now).order_by("next_try_at", "pk")


class OfferedRight(models.Model):
    """A provision for the person of an offer, or for the child `subject` whom they act for.

    `entitled` is the row of `detection.Entitled` by its number. `amount` and `net` are what was found then, in tenge
    (`net` None where it is not known what is taken off), `facts` the facts it stands on (name to value), `law_version`
    the law. `is_live` follows the state of the offer, by a trigger of the database: nobody is offered one right twice
    at a time. `outcome` says what became of a yes (empty: there is none); decision, award and payment are read
    through the claim.
    """

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("The claim is being made")
        BY_RULE = "by_rule", _("Decided by the rule")
        BY_OFFICER = "by_officer", _("An officer decides")
        SAMPLED = "sampled", _("Drawn at random: an officer looks at it")
        CHANGED = "changed", _("The facts have changed since the offer: an officer looks at it")
        QUESTIONS = "questions", _("Something is left to ask")
        NO_ACCOUNT = "no_account", _("The account is missing")
        HAD = "had", _("It was granted or asked for already")
        FAILED = "failed", _("The claim could not be made")
        STOPPED = "stopped", _("Consent was withdrawn")

    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="rights")
    provision = models.CharField(max_length=60)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entitled = models.BigIntegerField()
    on = models.DateField()
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    net = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    facts = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    law_version = models.CharField(max_length=64)
    is_live = models.BooleanField(default=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True, default="")
    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, null=True, blank=True, related_name="offered")
    fulfilled_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=300, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)

    objects = OfferedRightQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["provision", "person", "subject"],
                condition=Q(is_live=True),
                nulls_distinct=False,
                name="one_live_offer_of_a_right",
                violation_error_message=_("This is being offered to the person already."),
            ),
            models.UniqueConstraint(
                fields=["offer", "provision", "subject"],
                nulls_distinct=False,
                name="a_right_stands_once_in_an_offer",
                violation_error_message=_("This stands in the offer already."),
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="an_offer_is_worth_something",
                violation_error_message=_("What is offered is worth something."),
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=("", "waiting"), fulfilled_at=None)
                | ~Q(outcome__in=("", "waiting")) & Q(fulfilled_at__isnull=False),
                name="what_became_of_a_yes_has_a_moment",
                violation_error_message=_("What became of a yes has its moment."),
            ),
            models.CheckConstraint(
                condition=Q(claim=None) | ~Q(outcome__in=("", "waiting")),
                name="claim_of_an_offer_comes_after_a_yes",
                violation_error_message=_("A claim is made of an offer after a yes only."),
            ),
        )
        indexes = (
            models.Index(fields=["next_try_at", "id"], condition=Q(outcome="waiting"), name="rights_waiting"),
            models.Index(fields=["person", "provision"], name="rights_offered_to"),
        )

    def __str__(self):
        return f"{self.provision}: {self.offer_id}"

    @property
    def title(self) -> str:
        """What is offered, in the reader's language."""
        return gettext(registry.provision(self.provision).title)

    @property
    def payout(self) -> Payout:
        """What it pays, as everybody reads it."""
        rules = registry.provision(self.provision)
        in_hand = self.net if "net_amount" in rules.rules else self.amount
        return of_amounts(rules, self.amount, in_hand, None)

    @property
    def in_hand(self):
        """What reaches the person, in tenge; what is granted, where it is not known what is taken off."""
        return self.amount if self.net is None else self.net

    @property
    def is_found(self) -> bool:
        """Whether the registers of today still show it."""
        subject = self.subject_id or self.person_id
        found = Entitled.objects.now().filter(provision=self.provision, person=self.person_id)
        rules = registry.provision(self.provision)
        return (found if rules.unit == "family" else found.filter(subject=subject)).exists()

    @property
    def awards(self):
        """What was granted of its claim."""
        return Award.objects.filter(decision__claim=self.claim_id) if self.claim_id else Award.objects.none()
