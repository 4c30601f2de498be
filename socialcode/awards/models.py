"""A granted right: paid every month of a period, or once."""

import datetime
import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from socialcode.decisions.models import Decision
from socialcode.explaining.payout import Payout
from socialcode.people.models import Family, Membership, Organisation, Person
from socialcode.people.models.family import DateRange, in_force
from socialcode.people.payee import Payee, exactly_one_payee

TAKEN = _("This is already granted for some of these days.")


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
        """Other awards of the same right for the same person, child or family."""
        same = self.filter(provision=award.provision).exclude(pk=award.pk)
        return same.filter(family=award.family) if award.family else same.filter(subject=award.subject)

    def barring(self, award: "Award"):
        """Awards beside which the constraints of the database do not allow this one."""
        same = self.like(award)
        if award.is_of_a_child_once:
            return same.filter(pays="once", unit="child").exclude(subject=F("person"))
        if award.pays == Award.Pays.ONCE and award.unit == Award.Unit.CLAIM:
            return same.none()
        ends_before = Q(until__isnull=False, until__lt=award.since)
        begins_after = Q(since__gt=award.until) if award.until else Q(pk__in=[])
        return same.exclude(pays="once", unit="claim").exclude(ends_before | begins_after)


class Award(models.Model):
    """Made by a decision that enough people agreed to; `person` or `organisation` gets the money, to `iban`.

    It is for a family where the provision is one for families and a register knows the family, else for `subject`: the
    person, or the child. `unit` and `pays` are the provision's on the day of the decision; once means one day.
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
    family = models.ForeignKey(Family, on_delete=models.PROTECT, null=True, blank=True, related_name="awards")
    unit = models.CharField(max_length=6, choices=Unit.choices, default=Unit.PERSON)
    pays = models.CharField(max_length=7, choices=Pays.choices, default=Pays.MONTHLY)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.IN_PAYMENT)
    iban = models.CharField(max_length=34, blank=True)

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
                condition=Q(family=None, subject__isnull=False) | Q(family__isnull=False, subject=None, unit="family"),
                name="award_is_for_one_person_or_family",
                violation_error_message=_("A payment is granted for one person or for one family."),
            ),
            models.CheckConstraint(
                condition=Q(pays="monthly") | Q(until=F("since")),
                name="payment_made_once_has_one_day",
                violation_error_message=_("What is paid once has one day."),
            ),
            ExclusionConstraint(
                name="one_award_of_a_kind_at_a_time",
                expressions=(
                    ("provision", RangeOperators.EQUAL),
                    ("subject", RangeOperators.EQUAL),
                    (DateRange("since", "until", models.Value("[]")), RangeOperators.OVERLAPS),
                ),
                condition=~Q(pays="once", unit="claim"),
                violation_error_message=TAKEN,
            ),
            ExclusionConstraint(
                name="one_award_of_a_family_at_a_time",
                expressions=(
                    ("provision", RangeOperators.EQUAL),
                    ("family", RangeOperators.EQUAL),
                    (DateRange("since", "until", models.Value("[]")), RangeOperators.OVERLAPS),
                ),
                violation_error_message=TAKEN,
            ),
            models.UniqueConstraint(
                fields=["provision", "subject"],
                condition=Q(pays="once", unit="child") & ~Q(subject=F("person")),
                name="paid_once_for_a_child",
                violation_error_message=_("This is paid once for a child, and it was granted already."),
            ),
        )
        indexes = (models.Index(fields=["person"], name="award_person"),)

    def __str__(self):
        return f"{self.provision}: {self.subject or self.family}"

    @property
    def payee(self) -> Payee:
        return Payee(self.organisation or self.person, self.iban)

    @property
    def payout(self) -> Payout:
        """What it pays, as everybody reads it."""
        return self.decision.payout

    @property
    def is_of_a_child_once(self) -> bool:
        """Whether it is paid once in the life of a child whom a register knows."""
        of_child = self.unit == self.Unit.CHILD and self.subject_id != self.person_id
        return of_child and self.pays == self.Pays.ONCE
