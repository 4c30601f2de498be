"""The social contract of targeted assistance: what both sides promise, signed by both, and whether it is kept."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
from socialcode.people.models import Person

from .plan import Measure

User = settings.AUTH_USER_MODEL


class SocialContract(models.Model):
    """Between the centre and a family that receives assistance with conditions (article 122), for which `person` signs
    by a code and `signed_for_office_by` for the centre. In force from the later signature on, to `until`.

    Duties are added while it is a draft only: what was signed does not change.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Not signed yet")
        IN_FORCE = "in_force", pgettext_lazy("contract", "In force")
        KEPT = "kept", _("Ended, and kept")
        BROKEN = "broken", _("Ended, because it was not kept")
        WITHDRAWN = "withdrawn", pgettext_lazy("contract", "Taken back")

    OPEN = ("draft", "in_force")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(max_length=40, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="social_contracts")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    goal = models.CharField(_("Goal"), max_length=300)
    help = models.TextField(_("What the centre promises"))
    since = models.DateField(_("From"))
    until = models.DateField(_("Until"))
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_for_office_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_for_office_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    result = models.TextField(_("What came of it"), blank=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state__in=("draft", "in_force")),
                name="one_open_social_contract",
                violation_error_message=_("This person has an open social contract already."),
            ),
            models.CheckConstraint(
                condition=Q(until__gt=F("since")),
                name="social_contract_ends_after_its_start",
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(signed_for_office_at=None, signed_for_office_by=None)
                | Q(signed_for_office_at__isnull=False, signed_for_office_by__isnull=False),
                name="centre_signs_by_somebody",
                violation_error_message=_("A signature has the person and the time it was given."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("in_force", "kept", "broken"))
                | Q(signed_at__isnull=False, signed_for_office_at__isnull=False),
                name="social_contract_in_force_is_signed_by_both",
                violation_error_message=_("A social contract is in force once both sides have signed."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=("draft", "in_force"), closed_at=None)
                | ~Q(state__in=("draft", "in_force")) & Q(closed_at__isnull=False) & ~Q(result=""),
                name="closed_social_contract_has_a_result",
                violation_error_message=_("Say in a sentence what came of it."),
            ),
        )
        indexes = (models.Index(fields=["office", "until"], condition=Q(state="in_force"), name="contract_in_force"),)

    def __str__(self):
        return gettext("Social contract %(number)s") % {"number": self.number}

    def get_absolute_url(self):
        return reverse("advising:contract", args=[self.key])

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def concerned(self) -> tuple:
        """Whom it is about: who signs, and the members who have duties."""
        return (self.person, *(duty.member for duty in self.duties.all()))


class Duty(models.Model):
    """What a member of the family does until a day, as the contract says; `done_on` and `result`, or nothing yet."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    contract = models.ForeignKey(SocialContract, on_delete=models.PROTECT, related_name="duties")
    member = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(_("What is done"), max_length=300)
    measure = models.CharField(_("Which help"), max_length=10, choices=Measure.choices)
    until = models.DateField(_("Until"))
    told = models.TextField(_("What the person says of it"), blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    result = models.TextField(_("What came of it"), blank=True)

    class Meta:
        ordering = ("until", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(done_on=None, result="") | Q(done_on__isnull=False) & ~Q(result=""),
                name="duty_that_is_done_has_a_result",
                violation_error_message=_("Say in a sentence what came of it."),
            ),
        )
        indexes = (models.Index(fields=["until"], condition=Q(done_on=None), name="duty_due"),)

    def __str__(self):
        return self.what
