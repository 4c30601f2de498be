"""Whom an office has to call or visit: no message settles it."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
from socialcode.engine.registry import registry
from socialcode.people.models import Person

from .offer import Offer

User = settings.AUTH_USER_MODEL


class CallTaskQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(closed_at=None)


class CallTask(models.Model):
    """A row of an office's list. `missing` names the facts that no register knows, where these are why; `said` is what
    the person wrote, where nobody could read it. Closed with what came of it."""

    class Reason(models.TextChoices):
        INCOMPLETE = "incomplete", _("Something is left to ask")
        UNCLEAR = "unclear", _("The answer is not clear")
        NO_NUMBER = "no_number", _("There is no number to write to")
        NOT_DELIVERED = "not_delivered", _("The message could not be delivered")
        SILENT = "silent", _("No answer")
        NO_ACCOUNT = "no_account", _("The account is missing")
        FAILED = "failed", _("The claim could not be made")

    class Way(models.TextChoices):
        CALL = "call", _("Call")
        VISIT = "visit", _("Visit")
        LETTER = "letter", _("Letter by post")

    class Result(models.TextChoices):
        ANSWERED = "answered", _("The person answered")
        APPLIED = "applied", _("The person applies at the office")
        POSTED = "posted", _("The letter was sent by post")
        NOT_WANTED = "not_wanted", _("The person does not want it")
        NOT_REACHED = "not_reached", _("The person could not be reached")
        NO_MORE = "no_more", _("It is not needed any more")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="call_tasks")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="call_tasks")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, null=True, blank=True, related_name="call_tasks")
    provision = models.CharField(max_length=60, blank=True)
    subject = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=13, choices=Reason.choices)
    way = models.CharField(max_length=6, choices=Way.choices, default=Way.CALL)
    missing = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    said = models.TextField(blank=True)
    opened_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    result = models.CharField(max_length=11, choices=Result.choices, blank=True)
    note = models.TextField(blank=True)

    objects = CallTaskQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["person", "provision", "subject", "offer", "reason"],
                condition=Q(closed_at=None),
                nulls_distinct=False,
                name="one_call_about_a_thing",
                violation_error_message=_("The office has this in its list already."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, result="", closed_by=None) | Q(closed_at__isnull=False) & ~Q(result=""),
                name="closed_call_has_a_result",
                violation_error_message=_("A call that is done has what came of it."),
            ),
        )
        indexes = (
            models.Index(fields=["office", "opened_at", "id"], condition=Q(closed_at=None), name="calls_waiting"),
        )

    def __str__(self):
        return f"{self.get_reason_display()}: {self.person}"

    @property
    def concerned(self) -> tuple[Person | None, ...]:
        return (self.person, self.subject)

    @property
    def title(self) -> str:
        """What it is about, in the reader's language; empty where it is about a whole offer."""
        return gettext(registry.provision(self.provision).title) if self.provision else ""
