"""A granted right: paid every month of a period, or once."""

import datetime
import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from socialcode.decisions.models import Decision
from socialcode.explaining.payout import Payout
from socialcode.people.models import Family, Membership, Organisation, Person
from socialcode.people.models.family import in_force
from socialcode.people.payee import Payee, exactly_one_payee

from .keys import persons_of
from .named import NamedPerson


class AwardQuerySet(models.QuerySet):
    def about(self, persons, on: datetime.date):
        """Awards for any of the persons, and those of the families they belong to on a day."""
        members = Membership.objects.filter(in_force(on), person__in=persons)
        return self.filter(Q(subject__in=persons) | Q(family__in=members.values("family")))

    def standing(self, on: datetime.date):
        """Awards in payment on a day; what is paid once for a registered child stands from its day on for ever."""
        for_ever = Q(pays="once", unit="child", since__lte=on) & ~Q(subject=F("person"))
        return self.filter(in_force(on) | for_ever, state=Award.State.IN_PAYMENT)

    def like(self, award: "Award"):
        """Other awards of the same right for some of the same, whatever the days."""
        return self.filter(provision=award.provision, whom__overlap=award.whom).exclude(pk=award.pk)


class Award(models.Model):
    """Made by a decision that enough people agreed to; `person` or `organisation` gets the money, to `iban`.

    It is for a family where the provision is one for families and a register knows the family, else for `subject`: the
    person, or the child; `named` is whom no register knew. `whom` are the keys of all for whom it is (`awards.whom`):
    two awards of a provision that share one are never for the same days, and what is paid once for a child or a death
    is for ever. `unit` and `pays` are the provision's on the day of the decision; once means one day. One that
    `is_undone` was never paid and is held against nobody: who asked for it took back that they did.
    """

    kept_as = "cases.award"  # in the list of events, where it has been since the first one

    class State(models.TextChoices):
        IN_PAYMENT = "in_payment", _("In payment")
        SUSPENDED = "suspended", _("Suspended")
        ENDED = "ended", _("Ended")

    class Pays(models.TextChoices):
        MONTHLY = "monthly", _("Every month")
        ONCE = "once", _("Once")

    class Unit(models.TextChoices):
        PERSON = "person", _("Person")
        CHILD = "child", _("Child")
        FAMILY = "family", _("Family")
        CLAIM = "claim", _("Claim")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="awarded")
    provision = models.CharField(max_length=60)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="awards")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="awards"
    )
    subject = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="awards_about")
    named = models.ForeignKey(NamedPerson, on_delete=models.PROTECT, null=True, blank=True, related_name="awards")
    family = models.ForeignKey(Family, on_delete=models.PROTECT, null=True, blank=True, related_name="awards")
    unit = models.CharField(max_length=6, choices=Unit.choices, default=Unit.PERSON)
    pays = models.CharField(max_length=7, choices=Pays.choices, default=Pays.MONTHLY)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.IN_PAYMENT)
    iban = models.CharField(max_length=34, blank=True)
    whom = ArrayField(models.CharField(max_length=60), default=list)
    is_undone = models.BooleanField(default=False, db_default=False)

    objects = AwardQuerySet.as_manager()

    class Meta:
        db_table = "cases_award"
        constraints = (
            exactly_one_payee("award_has_one_payee"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="award_ends_after_start",
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(family=None) & (Q(subject__isnull=False) | Q(named__isnull=False))
                | Q(family__isnull=False, subject=None, named=None, unit="family"),
                name="award_is_for_one_person_or_family",
                violation_error_message=_("A payment is granted for one person or for one family."),
            ),
            models.CheckConstraint(
                condition=Q(pays="monthly") | Q(until=F("since")),
                name="payment_made_once_has_one_day",
                violation_error_message=_("What is paid once has one day."),
            ),
            models.CheckConstraint(
                condition=Q(whom__len__gt=0),
                name="award_is_for_somebody",
                violation_error_message=_("A payment is granted for somebody."),
            ),
            models.CheckConstraint(
                condition=Q(is_undone=False) | Q(state="ended"),
                name="undone_award_has_ended",
                violation_error_message=_("A payment that was undone has ended."),
            ),
        )
        indexes = (
            models.Index(fields=["person"], name="award_person"),
            GinIndex(fields=["whom"], name="award_whom"),
        )

    def __str__(self):
        return f"{self.provision}: {self.subject or self.named or self.family}"

    def get_absolute_url(self):
        return reverse("awards:award", args=[self.key])

    @property
    def concerned(self) -> tuple[Person | NamedPerson | None, ...]:
        """Whom it is about: who is paid, all for whom it is, and whom what was decided on is about."""
        known = (self.person, self.subject, self.named, *self.decision.subject.concerned)
        return (*known, *persons_of(self.whom, known))

    @property
    def payee(self) -> Payee:
        return Payee(self.organisation or self.person, self.iban)

    @property
    def is_by_contract(self) -> bool:
        """Whether a contract with an employer says what is paid of it and until when."""
        return self.decision.contract_id is not None

    @property
    def payout(self) -> Payout:
        """What it pays, as everybody reads it."""
        return self.decision.payout

    @property
    def held_days(self) -> tuple[datetime.date | None, datetime.date | None]:
        """The first and last day for which nobody of `whom` has the same right again; None where there is no such end.

        What is paid once for a child or a death is paid once for ever. The trigger `awards_hold` says the same.
        """
        for_ever = self.pays == self.Pays.ONCE and self.unit in (self.Unit.CHILD, self.Unit.CLAIM)
        return (None, None) if for_ever else (self.since, self.until)
