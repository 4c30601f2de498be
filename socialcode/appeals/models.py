"""Where a complaint stands. What was complained of, and in which words, is `decisions.Appeal`, which never changes."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
from socialcode.cases.models import Claim
from socialcode.decisions.models import Appeal, Decision
from socialcode.engine.registry import registry
from socialcode.people.models import Person

OPEN = ("received", "sent_on", "approval")
WITH_AN_OFFICER = ("received", "sent_on")
DECIDED = ("upheld", "partly", "refused")


class ProceedingQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state__in=OPEN)

    def at(self, offices):
        """Complaints that the offices have now, or have had before they went to a higher one."""
        return self.filter(Q(office__in=offices) | Q(claim__office__in=offices))

    def whole(self):
        """With all that pages and acts read of them."""
        return self.select_related(
            "appeal__filed_by",
            "person",
            "office",
            "assigned_to",
            "claim__person",
            "claim__subject",
            "claim__named",
            "claim__acting__representative",
            "claim__office",
            "decision__assessment",
            "decision__decided_by",
        )


class Proceeding(models.Model):
    """The course of one complaint about a `decision` on `claim`, at `office` now.

    The office that decided may set the decision right by `due_on`; else the complaint goes to the higher office
    (`sent_on_at`), and `due_on` is the last day of that. `reason` is why it was sent on before its day, or taken back.
    """

    class State(models.TextChoices):
        RECEIVED = "received", _("With the office that decided")
        SENT_ON = "sent_on", _("With the higher office")
        APPROVAL = "approval", _("A second person looks at the answer")
        UPHELD = "upheld", _("The complaint is right")
        PARTLY = "partly", _("The complaint is right in part")
        REFUSED = "refused", _("The decision stays")
        WITHDRAWN = "withdrawn", pgettext_lazy("complaint", "Taken back")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(max_length=24, unique=True)
    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="proceeding")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="proceedings")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="proceedings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="proceedings")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="proceedings")
    state = models.CharField(max_length=9, choices=State.choices, default=State.RECEIVED)
    due_on = models.DateField()
    sent_on_at = models.DateTimeField(null=True, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="proceedings"
    )
    is_escalated = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ProceedingQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["decision", "person"],
                condition=~Q(state="withdrawn"),
                name="one_complaint_of_a_person",
                violation_error_message=_("There is already a complaint about this decision."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, closed_at=None) | ~Q(state__in=OPEN) & Q(closed_at__isnull=False),
                name="closed_complaint_has_a_time",
                violation_error_message=_("A complaint that is answered has the time of the answer."),
            ),
            models.CheckConstraint(
                condition=~Q(state="sent_on") | Q(sent_on_at__isnull=False),
                name="complaint_sent_on_has_a_time",
                violation_error_message=_("A complaint that was sent on has the time of it."),
            ),
        )
        indexes = (
            models.Index(fields=["office", "due_on", "id"], condition=Q(state__in=OPEN), name="complaint_open"),
            models.Index(fields=["claim"], name="complaint_of_claim"),
            models.Index(fields=["person", "-id"], name="complaint_of_person"),
        )

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("appeals:appeal", args=[self.key])

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due_on < timezone.localdate()

    @property
    def concerned(self) -> tuple:
        """Whom it is about: nobody who is close to one of these answers it."""
        return (self.person, *self.claim.concerned)

    @property
    def title(self) -> str:
        """What was decided on, in the reader's language."""
        return gettext(registry.provision(self.claim.provision).title)

    @property
    def answer(self) -> Decision | None:
        """What was decided on the complaint last."""
        return self.appeal.decisions.select_related("decided_by", "assessment").order_by("-pk").first()
