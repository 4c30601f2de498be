"""A contract of an employer, a person and the centre about one subsidised place, and how it is signed."""

import uuid
from functools import cached_property

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.employers.access import acting_for
from employment.measures.kinds import GROUPS, title_of
from socialcode.accounts.models import Office
from socialcode.awards.models import Award
from socialcode.people.models import Organisation, Person
from socialcode.people.models.family import DateRange
from socialcode.signing.models import Signature

from .request import PlaceRequest

User = settings.AUTH_USER_MODEL


class ContractQuerySet(models.QuerySet):
    def holding(self):
        """Those that hold a place: drawn up, or in force."""
        return self.filter(state__in=(Contract.State.DRAWN, Contract.State.RUNNING))

    def known_to_employer(self):
        """Those whose worker has signed: by signing they agreed that the employer knows who they are."""
        signed = SignedSide.objects.filter(contract=models.OuterRef("pk"), side=SignedSide.Side.PERSON)
        return self.filter(models.Exists(signed))

    def begun(self):
        """Those under which somebody worked, whether over or not."""
        return self.filter(state__in=(Contract.State.RUNNING, Contract.State.ENDED))


class Contract(models.Model):
    """Drawn up by an officer, signed with codes by the person and then by the employer, who knows of it once the person
    has signed; in force once a second person of the centre agreed to the money.

    `monthly` is what the state pays for a whole month (tenge) by the rules when it was drawn up; what is paid follows
    the proofs. `answers` are the facts that the person told (name to raw answer). `words` are those that are signed, by
    language, and `digest` their hash. `ended_on` is the last day worked under it, `end` why it is over; `settled_at` is
    when the money that it held and did not use went back.
    """

    class State(models.TextChoices):
        DRAWN = "drawn", _("To be signed")
        RUNNING = "running", _("In force")
        ENDED = "ended", _("Over")
        DROPPED = "dropped", _("Not concluded")

    class End(models.TextChoices):
        TERM = "term", _("The term is over")
        LEFT = "left", _("The person left without a good reason")
        GOOD_REASON = "good_reason", _("The person left for a good reason")
        EMPLOYER = "employer", _("The employer did not keep to the contract")
        AGREED = "agreed", _("It ended early, and nobody is at fault")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(max_length=20, unique=True)
    request = models.ForeignKey(PlaceRequest, on_delete=models.PROTECT, related_name="contracts")
    measure = models.CharField(max_length=60)
    group = models.CharField(max_length=9)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="measure_contracts")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="measure_contracts")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="measure_contracts")
    starts_on = models.DateField()
    ends_on = models.DateField()
    pay = models.DecimalField(max_digits=14, decimal_places=2)
    monthly = models.DecimalField(max_digits=14, decimal_places=2)
    iban = models.CharField(max_length=34)
    answers = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    words = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=7, choices=State.choices, default=State.DRAWN)
    drawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField(default=timezone.now)
    began_at = models.DateTimeField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    end = models.CharField(max_length=11, choices=End.choices, blank=True)
    reason = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = ContractQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="measure_ends_after_start",
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(state="drawn", began_at=None, closed_at=None, ended_on=None, end="")
                | Q(state="running", began_at__isnull=False, closed_at=None, ended_on=None, end="")
                | Q(state="ended", began_at__isnull=False, closed_at__isnull=False, ended_on__isnull=False) & ~Q(end="")
                | Q(state="dropped", began_at=None, closed_at__isnull=False, ended_on=None, end="") & ~Q(reason=""),
                name="contract_says_how_it_stands",
                violation_error_message=_("A contract that began or is over says when and why."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__lte=F("ends_on")),
                name="contract_ends_within_its_term",
                violation_error_message=_("A contract does not end after its term."),
            ),
            models.CheckConstraint(
                condition=Q(pay__gt=0, monthly__gt=0),
                name="contract_is_about_money",
                violation_error_message=_("A contract names a wage and a subsidy above zero."),
            ),
            ExclusionConstraint(
                name="one_measure_of_a_group_at_a_time",
                expressions=(
                    ("person", RangeOperators.EQUAL),
                    ("group", RangeOperators.EQUAL),
                    (
                        DateRange("starts_on", Coalesce("ended_on", "ends_on"), models.Value("[]")),
                        RangeOperators.OVERLAPS,
                    ),
                ),
                condition=~Q(state="dropped"),
                violation_error_message=_("This person is in another measure on some of these days: one excludes it."),
            ),
        )
        indexes = (
            models.Index(fields=["office", "state"], name="contracts_of_an_office"),
            models.Index(fields=["ends_on"], condition=Q(state="running"), name="contracts_to_end"),
            models.Index(fields=["closed_at"], condition=Q(state="ended", settled_at=None), name="contracts_to_settle"),
        )

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("measures:contract", args=[self.key])

    @property
    def title(self) -> str:
        return title_of(self.measure)

    @property
    def is_once(self) -> bool:
        """Whether the state pays once for the place, and not for each month."""
        return GROUPS[self.measure] == "workplace"

    @property
    def is_known_to_employer(self) -> bool:
        """Whether the worker has signed, and so agreed that the employer knows who they are."""
        return self.sides.filter(side=SignedSide.Side.PERSON).exists()

    @property
    def award(self) -> Award | None:
        """What is paid by it, once it is in force."""
        return Award.objects.filter(decision__contract=self).first()

    @cached_property
    def concerned(self) -> tuple:
        """Nobody who is close to one of these works on it."""
        return (self.person, *acting_for(self.organisation))


class SignedSide(models.Model):
    """A side signed the words of a contract: somebody who acts for it, by the signature that holds the whole text."""

    class Side(models.TextChoices):
        EMPLOYER = "employer", _("Employer")
        PERSON = "person", _("Worker")

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="sides")
    side = models.CharField(max_length=8, choices=Side.choices)
    signature = models.OneToOneField(Signature, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["contract", "side"],
                name="side_signs_once",
                violation_error_message=_("This side has signed already."),
            ),
        )

    def __str__(self):
        return f"{self.contract}: {self.get_side_display()}"
