"""How a contract ends before its term, what bars the person then, and whether the person stayed."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.hearing import Heard, word_has_a_time
from socialcode.awards.models import Change
from socialcode.people.models import Person

from .contract import Contract

User = settings.AUTH_USER_MODEL
EARLY = [end for end in Contract.End.choices if end[0] != Contract.End.TERM]


class Ending(Heard):
    """An early end as somebody proposed it: `last_day` is the last day worked, `change` what it makes of the award,
    which a second person agrees to; None where no money changes. `takes_all_back`: the employer returns all that was
    paid. An employer that is said to be at fault has its word first, until `word_by`: `word` is what it said."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="endings")
    cause = models.CharField(max_length=11, choices=EARLY)
    last_day = models.DateField()
    takes_all_back = models.BooleanField(default=False)
    reason = models.TextField()
    change = models.OneToOneField(Change, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(takes_all_back=False) | Q(cause="employer"),
                name="only_the_employers_fault_takes_all_back",
                violation_error_message=_("All comes back only where the employer did not keep to the contract."),
            ),
            word_has_a_time("word_on_an_end_has_a_time"),
        )

    def __str__(self):
        return f"{self.contract}: {self.get_cause_display()}"

    @property
    def state(self) -> str:
        """As of the change of the award that it waits for."""
        return self.change.state if self.change else Change.State.IN_EFFECT


class Bar(models.Model):
    """Somebody left a subsidised place without a good reason: no measure until so many months after they registered as
    unemployed again (article 111.7). It ends by itself; nothing lifts it but the end of a contract that was wrong."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="measure_bars")
    contract = models.OneToOneField(Contract, on_delete=models.PROTECT, related_name="bar")
    since = models.DateField()
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"{self.person}: {self.since}"


class Stay(models.Model):
    """Whether somebody has worked since the term: looked at on `due_on`, and a year after it on `year_due_on`,
    in the register of contributions, which names no employer: work elsewhere counts as well. `months` and
    `year_months` are how many of the months since the term have a contribution."""

    class Outcome(models.TextChoices):
        STAYED = "stayed", _("Works: a contribution for every month since")
        LEFT = "left", _("No contribution for some month since")

    contract = models.OneToOneField(Contract, on_delete=models.PROTECT, related_name="stay")
    due_on = models.DateField()
    outcome = models.CharField(max_length=6, choices=Outcome.choices, blank=True)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    year_due_on = models.DateField(null=True)
    year_outcome = models.CharField(max_length=6, choices=Outcome.choices, blank=True)
    year_months = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(outcome="", months=None, looked_at=None)
                | ~Q(outcome="") & Q(months__isnull=False, looked_at__isnull=False),
                name="look_after_the_term_has_an_outcome",
                violation_error_message=_("Who was looked at still works there, or does not."),
            ),
        )
        indexes = (
            models.Index(fields=["due_on"], condition=Q(outcome=""), name="stays_to_look_at"),
            models.Index(fields=["year_due_on"], condition=Q(year_outcome=""), name="stays_of_a_year"),
        )

    def __str__(self):
        return f"{self.contract}: {self.get_outcome_display()}"
