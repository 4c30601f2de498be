"""A random check of decided claims by an auditor, and what an office looks at again because of one."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
from socialcode.decisions.models import Decision

User = settings.AUTH_USER_MODEL
ORIGINS = ("decision__claim__office", "decision__contract__office")  # what a decision under check goes back to
RELOOKED = ("office", *(f"review__{origin}" for origin in ORIGINS))


class Sample(models.Model):
    """A draw that anybody can repeat: the same seed over the same days gives the same decisions."""

    kept_as = "cases.sample"  # in the list of events, where it has been since the first one

    class Kind(models.TextChoices):
        """Of which decisions the draw is."""

        ALL = "all", _("All decisions")
        OVERRIDE = "override", _("Another amount than was computed, or money in spite of something")
        PAPER = "paper", _("Claims that came on paper")
        NEAR_LIMIT = "near_limit", _("Amounts just below one that takes more people")
        OWN_OFFICE = "own_office", _("People who work at the office that decided")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    seed = models.CharField(max_length=40)
    since = models.DateField()
    until = models.DateField()
    size = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.ALL, db_default=Kind.ALL)
    drawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    drawn_at = models.DateTimeField(default=timezone.now)

    class Meta:
        db_table = "cases_sample"
        constraints = (
            models.UniqueConstraint(
                fields=["seed", "since", "until", "size", "kind"],
                name="one_sample_of_a_draw",
                violation_error_message=_("These decisions were drawn already."),
            ),
            models.CheckConstraint(
                condition=Q(until__gte=F("since")),
                name="sample_ends_after_start",
                violation_error_message=_("The last day lies before the first day."),
            ),
        )

    def __str__(self):
        return f"{self.since} - {self.until}: {self.seed}"


def _of_offices(offices) -> Q:
    return Q(decision__claim__office__in=offices) | Q(decision__contract__office__in=offices)


class ReviewQuerySet(models.QuerySet):
    def asked_of(self, user, headed, worked_at=()):
        """Questions that wait for this officer, or for an officer of an office that the user heads; of what the rule
        decided, those of the offices where the user works."""
        by_rule = Q(decision__is_by_rule=True) & _of_offices(worked_at)
        return self.filter(Q(decision__decided_by=user) | _of_offices(headed) | by_rule, state="asked")


def _by_and_at(step: str) -> models.CheckConstraint:
    """That a step has somebody and a time, or neither."""
    return models.CheckConstraint(
        condition=Q(**{f"{step}_at": None, f"{step}_by": None})
        | Q(**{f"{step}_at__isnull": False, f"{step}_by__isnull": False}),
        name=f"review_{step}_by_and_at",
        violation_error_message=_("Every step of a check has somebody who did it, and a time."),
    )


class Review(models.Model):
    """One decision of a sample: the auditor may ask, the officer answers, the auditor concludes."""

    class State(models.TextChoices):
        OPEN = "open", _("To be looked at")
        ASKED = "asked", _("Waiting for the officer")
        ANSWERED = "answered", _("The officer answered")
        IN_ORDER = "in_order", _("In order")
        NOT_IN_ORDER = "not_in_order", _("Not in order")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="reviews")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="reviews")
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    question = models.TextField(blank=True)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    conclusion = models.TextField(blank=True)
    concluded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    concluded_at = models.DateTimeField(null=True, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        db_table = "cases_review"
        constraints = (
            models.UniqueConstraint(
                fields=["sample", "decision"],
                name="decision_once_a_sample",
                violation_error_message=_("This decision is in the sample already."),
            ),
            _by_and_at("asked"),
            _by_and_at("answered"),
            _by_and_at("concluded"),
        )

    def __str__(self):
        return f"{self.sample}: {self.decision}"


class RelookQuerySet(models.QuerySet):
    def waiting(self):
        """Those that an office has still to answer, the most urgent first."""
        return self.filter(state="open").order_by("due_on", "pk")

    def of(self, offices):
        """Those of some offices."""
        return self.filter(office__in=offices)


class Relook(models.Model):
    """An auditor found a decision not in order: its office looks again, by `due_on`, and somebody ends it.

    Another person than who decided answers; the auditor closes it, or gives it back with why (`returned`).
    """

    class State(models.TextChoices):
        OPEN = "open", _("To be looked at again")
        ANSWERED = "answered", _("The office answered")
        CLOSED = "closed", _("Closed")

    class Outcome(models.TextChoices):
        STAYS = "stays", _("The decision stays")
        ANEW = "anew", _("It is decided anew")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.OneToOneField(Review, on_delete=models.PROTECT, related_name="relook")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    due_on = models.DateField()
    opened_at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=5, choices=Outcome.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    returned = models.TextField(blank=True)
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = RelookQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state="open") | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(outcome=""),
                name="relook_is_answered_by_somebody",
                violation_error_message=_("What is looked at again is answered by somebody, with what comes of it."),
            ),
            models.CheckConstraint(
                condition=Q(state="closed", closed_at__isnull=False, closed_by__isnull=False)
                | ~Q(state="closed") & Q(closed_at=None, closed_by=None),
                name="relook_is_closed_by_somebody",
                violation_error_message=_("What is looked at again is closed by an auditor."),
            ),
        )
        indexes = (models.Index(fields=["office", "due_on"], condition=~Q(state="closed"), name="relook_open"),)

    def __str__(self):
        return str(self.review)

    @property
    def is_late(self) -> bool:
        return self.state == self.State.OPEN and self.due_on < timezone.localdate()
