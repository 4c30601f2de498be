"""What is done to an award after it was granted, and the news that lead to it."""

import datetime
import uuid
from decimal import Decimal

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode.decisions.models import Decision
from socialcode.engine.days import days_after
from socialcode.people.models import Person, Register

from ..life import Stretch
from .award import Award
from .term import Pause, read

User = settings.AUTH_USER_MODEL


class Circumstance(models.Model):
    """News about an award: something that may change, pause or end it. `facts` are those that are otherwise, as raw
    answers by name; `happened_on` when it came about, `known_on` when the office learned of it."""

    class Kind(models.TextChoices):
        CHILD_BORN = "child_born", _("A child was born")
        INCOME = "income", _("The income changed")
        ADDRESS = "address", _("We moved to another address")
        ACCOUNT = "account", _("Another bank account")
        DEATH = "death", _("Somebody died")
        MEMBER_LEFT = "member_left", _("Somebody left the family")
        STATE_CARE = "state_care", _("Somebody lives at full state expense")
        RECIPIENT = "recipient", _("Somebody else should receive it")
        OVERPAID = "overpaid", _("What was paid too much should be kept from later payments")
        OFF_REGISTER = "off_register", _("Off the register of the unemployed")
        CONTRACT = "contract", _("A social contract was ended because it was not kept")
        OTHER = "other", _("Something else")

    ELSEWHERE = (Kind.OVERPAID, Kind.OFF_REGISTER, Kind.CONTRACT)  # has its own page, or a career centre decides it

    class Source(models.TextChoices):
        CITIZEN = "citizen", _("Reported in the portal")
        REGISTER = "register", _("Found in a register")
        COUNTER = "counter", _("Told at the office")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="circumstances")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    source = models.CharField(max_length=8, choices=Source.choices)
    register = models.CharField(max_length=20, choices=Register.choices, blank=True)
    happened_on = models.DateField()
    known_on = models.DateField()
    text = models.TextField(blank=True)
    iban = models.CharField(max_length=34, blank=True)
    facts = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    reported_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="circumstances", null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(source="register") | Q(reported_by__isnull=False),
                name="somebody_reported_it_or_a_register",
                violation_error_message=_("News come from a person or from a register."),
            ),
        )
        indexes = (models.Index(fields=["award"], condition=Q(closed_at=None), name="open_circumstance"),)

    def __str__(self):
        return f"{self.award}: {self.get_kind_display()}"


class Change(models.Model):
    """One act on an award: another amount, a pause, its end, another recipient or account. It is in effect once enough
    people agreed to its decision; by itself (`decision` None) only where the law leaves nothing to judge.

    `first_day` is the first day that is otherwise than before; `days` those it was counted from, by the names of
    `engine.grounds.Days`. `terms` are the new stretches, as rows of since, until, gross, in_hand and withheld.
    """

    class Kind(models.TextChoices):
        TERMS = "terms", _("Another amount")
        PAUSE = "pause", _("Paused")
        RESUME = "resume", _("Goes on")
        END = "end", _("Ended")
        PAYEE = "payee", _("Another recipient")
        ACCOUNT = "account", _("Another account")

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Waits for another person")
        IN_EFFECT = "in_effect", _("In effect")
        RETURNED = "returned", _("Returned to the officer")
        RECALLED = "recalled", _("Taken back")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="changes")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="change", null=True, blank=True)
    kind = models.CharField(max_length=7, choices=Kind.choices)
    article = models.CharField(max_length=60, blank=True)
    sentence = models.TextField(blank=True)
    days = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    first_day = models.DateField()
    terms = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    pause = models.ForeignKey(Pause, on_delete=models.PROTECT, related_name="changes", null=True, blank=True)
    payee = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    iban = models.CharField(max_length=34, blank=True)
    fault = models.CharField(max_length=9, blank=True)
    circumstance = models.ForeignKey(
        Circumstance, on_delete=models.PROTECT, related_name="changes", null=True, blank=True
    )
    state = models.CharField(max_length=9, choices=State.choices, default=State.PROPOSED)
    made_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["award"],
                condition=Q(state="proposed"),
                name="one_change_at_a_time",
                violation_error_message=_("Another change of this payment waits for a second person. Settle it first."),
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", settled_at=None) | ~Q(state="proposed") & Q(settled_at__isnull=False),
                name="change_is_settled_or_waits",
                violation_error_message=_("A change that is settled has the moment it was."),
            ),
            models.CheckConstraint(
                condition=Q(decision__isnull=False) | Q(kind__in=["end", "pause", "resume"]),
                name="money_changes_by_a_decision",
                violation_error_message=_("Another amount, recipient or account needs a decision."),
            ),
        )

    def __str__(self):
        return f"{self.award}: {self.get_kind_display()}"

    @property
    def last_day(self) -> datetime.date:
        """Of an end: the last day that is paid for."""
        return days_after(self.first_day, -1)

    @property
    def said(self) -> str:
        """The ground in the reader's language; it was kept as the original."""
        return gettext(self.sentence) if self.sentence else ""

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The new terms, as a life takes them."""
        return tuple(_stretch(row, self.decision_id) for row in self.terms)


def _stretch(row: dict, decision: int | None) -> Stretch:
    days = (_day(row[name]) for name in ("since", "until"))
    withheld = read(row["in_hand"], row["withheld"])
    return Stretch(*days, Decimal(row["gross"]), withheld, decision)


def _day(text: str | datetime.date | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if isinstance(text, str) else text
