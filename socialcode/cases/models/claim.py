"""What a citizen asks for."""

import datetime
import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
from socialcode.accounts.territory import at_offices
from socialcode.awards.models import NamedPerson
from socialcode.awards.models.keys import PERSON, persons_of
from socialcode.engine.registry import registry
from socialcode.people.models import LegalRepresentation, Mandate, Organisation, Person
from socialcode.people.models.family import in_force
from socialcode.people.payee import Payee

User = settings.AUTH_USER_MODEL
CLOSED = ("granted", "refused", "withdrawn")
IN_WORK = ("submitted", "in_review", "correction", "hearing", "approval")  # sent and not yet closed
WITH_THE_OFFICE = ("submitted", "in_review", "approval")  # while the office, and nobody else, has to do something


def overdue(today: datetime.date) -> Q:
    """Which claims are with the office although the day to decide has passed."""
    return Q(status__in=WITH_THE_OFFICE, due_on__lt=today)


class ClaimQuerySet(models.QuerySet):
    def open(self):
        return self.exclude(status__in=CLOSED)

    def at(self, offices):
        """Claims of the offices, and of every office in the territory of a regional centre among them."""
        return self.filter(at_offices(offices))

    def in_work(self):
        """Claims that an office has still to decide."""
        return self.filter(status__in=IN_WORK)

    def to_take(self, offices):
        """Claims that nobody has yet; a regional centre's officers take those of its own queue."""
        return self.filter(status="submitted", assigned_to=None, office__in=offices)

    def not_decided_before_by(self, user):
        """Without those that are decided anew because of a complaint and that somebody decided before."""
        return self.exclude(reopened_at__isnull=False, decisions__decided_by=user)

    def not_about(self, iins):
        """Claims that concern nobody of some IINs (see `Claim.concerned`)."""
        for way in ("person", "subject", "named", "acting__representative"):
            self = self.exclude(**{f"{way}__iin__in": iins})  # noqa: PLW0642 - narrowed
        keys = [f"{PERSON}{number}" for number in Person.objects.filter(iin__in=iins).values_list("pk", flat=True)]
        acted_for = Mandate.objects.filter(in_force(timezone.localdate()), person__iin__in=iins)
        return self.exclude(whom__overlap=keys).exclude(organisation__in=acted_for.values("organisation"))

    def account_of(self, person):
        """The account and the number of the claim that a person sent last; None before the first one."""
        sent = self.filter(person=person, is_paper=False, submitted_at__isnull=False).exclude(iban="")
        return sent.order_by("-submitted_at").values_list("iban", "number").first()

    def overdue(self, today):
        """Claims with the office whose day to decide has passed."""
        return self.filter(overdue(today))


class Claim(models.Model):
    """One provision for one person, and for a child or ward where the provision is one for a child (`subject`).

    `named` is the child, or who died or is cared for, whom no register ties to the person. `whom` are the keys of all
    for whom the right is, as of an award (`awards.whom`), read anew whenever the claim is begun, sent or decided.
    Claims for several children that were begun on one form share `together`: they are filled in and sent as one.
    `acting` is the register entry by which a parent or guardian applies for the person; empty where the person does.
    `answers` are what the person said (fact name to value as typed for JSON), `answered_on` when (fact name to ISO
    day); `begun_with` is what registers said when it was begun (fact name to value). `on` is the day the right is asked
    about: the day it is sent, of a paper the day it was received; of a draft it is always today, whatever is stored.
    `account_reason` is how who entered a paper knows that an account is the person's which they never gave themselves.
    `expected` is what it came to when it was sent, or decided last (tenge), for lists; no decision stands on it.
    `reopened_at` is when a complaint that was right put it into the queue again.
    `law_version` and `form_version` are those it was sent with, or so far begun with. `due_on` is the statutory day to
    decide by; `stopped_on` is the day on which the office's time stopped, while it stands still: `due_on` moves then.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Not sent yet")
        SUBMITTED = "submitted", _("Received")
        IN_REVIEW = "in_review", _("An officer looks at it")
        INFORMATION_ASKED = "correction", _("Waiting for your answer")
        HEARING = "hearing", _("Hearing before the decision")
        APPROVAL = "approval", _("A second person looks at the decision")
        GRANTED = "granted", _("Granted")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(max_length=20, unique=True, null=True, blank=True)
    provision = models.CharField(max_length=60)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="claims")
    subject = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="claims_about")
    named = models.ForeignKey(NamedPerson, on_delete=models.PROTECT, null=True, blank=True, related_name="claims")
    whom = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    together = models.UUIDField(null=True, blank=True, editable=False)
    acting = models.ForeignKey(
        LegalRepresentation, on_delete=models.PROTECT, null=True, blank=True, related_name="claims"
    )
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    on = models.DateField(default=timezone.localdate)
    answers = models.JSONField(default=dict)
    answered_on = models.JSONField(default=dict)
    begun_with = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="claims"
    )
    iban = models.CharField(_("Bank account"), max_length=34, blank=True)
    account_reason = models.TextField(blank=True)
    expected = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    law_version = models.CharField(max_length=64)
    form_version = models.CharField(max_length=20)
    is_paper = models.BooleanField(default=False)
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="claims")
    assigned_to = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="claims")
    begun_at = models.DateTimeField(default=timezone.now)
    submitted_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    is_escalated = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True, blank=True)
    reopened_at = models.DateTimeField(null=True, blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["provision", "person", "subject", "named"],
                condition=~Q(status__in=CLOSED),
                nulls_distinct=False,
                name="one_open_claim_of_a_kind",
                violation_error_message=_("There is already an open claim for this."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "withdrawn"])
                | Q(number__isnull=False, submitted_at__isnull=False, office__isnull=False, due_on__isnull=False),
                name="submitted_claim_has_number_office_and_day",
                violation_error_message=_("A claim that was sent has a number, an office and a day to decide by."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=CLOSED, closed_at__isnull=False) | ~Q(status__in=CLOSED) & Q(closed_at=None),
                name="closed_claim_has_a_time",
                violation_error_message=_("A closed claim has the time it was closed."),
            ),
            models.CheckConstraint(
                condition=Q(is_paper=False, entered_by=None) | Q(is_paper=True, entered_by__isnull=False),
                name="paper_claim_has_who_entered_it",
                violation_error_message=_("A claim on paper says who entered it."),
            ),
        )
        indexes = (
            models.Index(fields=["office", "status", "due_on", "id"], name="claim_queue"),
            models.Index(
                fields=["office", "due_on", "id"],
                include=["status", "assigned_to", "is_escalated"],
                condition=Q(status__in=IN_WORK),
                name="claim_in_work",
            ),
            models.Index(
                fields=["office", "provision", "due_on", "id"],
                condition=Q(status__in=IN_WORK),
                name="claim_in_work_provision",
            ),
            models.Index(
                fields=["office", "submitted_at", "id"], condition=Q(status__in=IN_WORK), name="claim_in_work_received"
            ),
            models.Index(fields=["iban"], condition=~Q(iban=""), name="claim_account"),
            models.Index(
                fields=["assigned_to", "due_on", "id"], condition=Q(status__in=IN_WORK), name="claim_of_officer"
            ),
            models.Index(
                fields=["office", "due_on", "id"],
                condition=Q(status__in=IN_WORK, is_escalated=True),
                name="claim_escalated",
            ),
            models.Index(fields=["person", "-begun_at"], name="claim_of_person"),
            models.Index(
                fields=["office", "due_on", "id"],
                condition=Q(status="submitted", assigned_to=None),
                name="claim_to_take",
            ),
            models.Index(
                fields=["due_on"],
                condition=Q(status__in=WITH_THE_OFFICE, is_escalated=False),
                name="claim_to_escalate",
            ),
            GinIndex(fields=["whom"], condition=~Q(status__in=CLOSED), name="claim_open_whom"),
            models.Index(fields=["together"], condition=Q(together__isnull=False), name="claim_together"),
            models.Index(fields=["closed_at"], condition=Q(status__in=("granted", "refused")), name="claim_settled"),
        )

    def __str__(self):
        return self.number or f"draft {self.key}"

    def get_absolute_url(self):
        return reverse("cases:claim", args=[self.key])

    @classmethod
    def from_db(cls, db, field_names, values):
        """A draft waits for its day: each time it is read, nothing is kept of the day on which somebody began."""
        claim = super().from_db(db, field_names, values)
        if {"status", "is_paper", "on"} <= set(field_names) and claim.status == cls.Status.DRAFT:
            claim.on = claim.on if claim.is_paper else timezone.localdate()
        return claim

    @property
    def begun_on(self) -> datetime.date:
        """The day whose law and registers the person began with: of a paper, the day it was received."""
        return self.on if self.is_paper else timezone.localdate(self.begun_at)

    @property
    def applicant(self) -> Person:
        """Who applies: the person, or who acts for them."""
        return self.acting.representative if self.acting else self.person

    @property
    def is_for(self) -> Person | NamedPerson | None:
        """The child, or who died or is cared for, where somebody is named."""
        return self.subject or self.named

    @property
    def concerned(self) -> tuple[Person | NamedPerson | None, ...]:
        """Whom it is about: nobody who is close to one of these works on it.

        Who asks, everybody for whom it is, such as a whole family, and who acts for an organisation that is paid.
        """
        known = (self.person, self.subject, self.named, self.applicant)
        acting = self.organisation.who_acts() if self.organisation else ()
        return (*known, *persons_of(self.whom, known), *acting)

    @property
    def is_late(self) -> bool:
        """Whether it is with the office although the day to decide has passed."""
        return self.status in WITH_THE_OFFICE and self.due_on < timezone.localdate()

    @property
    def payee(self) -> Payee:
        """Who would receive the money: the organisation where it is paid to one, else the person."""
        return Payee(self.organisation or self.person, self.iban)

    @property
    def title(self) -> str:
        """What is asked for, in the reader's language."""
        return gettext(registry.provision(self.provision).title)
