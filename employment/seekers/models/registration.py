"""The registration of somebody who looks for work, from the wish to be registered to the end."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from socialcode.accounts.models import Office
from socialcode.people.models import Person

User = settings.AUTH_USER_MODEL


class RegistrationQuerySet(models.QuerySet):
    def waiting(self):
        """Wishes that nobody has answered."""
        return self.filter(state=Registration.State.WAITING)

    def in_force(self):
        """Those who are registered now."""
        return self.filter(state=Registration.State.REGISTERED)

    def open(self):
        """Waiting for an answer or registered."""
        return self.filter(state__in=OPEN)

    def being_removed(self):
        """Those of which a removal is under way, also where the person has left the register meanwhile."""
        return self.filter(removals__isnull=False, removals__closed_at=None)


class Registration(models.Model):
    """A person registers at a career centre as looking for work (art. 98) or as unemployed (art. 99).

    Wished on `applied_on`, answered by `answer_by` at the latest, in force from `registered_on` to `ended_on` (the day
    of removal). `unmet` are the conditions of the law that refused it, as names of rules; `to_judge` those that a
    person of the centre has to look at; `reason` is what that person wrote. `ended_by` is empty where the law itself
    ended it.
    """

    class Kind(models.TextChoices):
        SEEKER = "seeker", _("Looking for work")
        UNEMPLOYED = "unemployed", pgettext_lazy("registration", "Unemployed")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting for an answer")
        REGISTERED = "registered", _("Registered")
        REFUSED = "refused", pgettext_lazy("registration", "Refused")
        WITHDRAWN = "withdrawn", pgettext_lazy("registration", "Taken back")
        ENDED = "ended", _("Off the register")

    class Ground(models.TextChoices):
        REFUSED_OFFERS = "refused_offers", _("Three offers of suitable work refused, or an offer not answered in time")
        NO_SHOW = "no_show", _("Did not come to a job, a course or the centre")
        LEFT_SUBSIDISED_JOB = "left_subsidised_job", _("Left a subsidised job without a good reason")
        LEFT_TRAINING = "left_training", _("Left a course without a good reason")
        LEFT_MEASURE = "left_measure", _("Left other help of the centre")
        MISSED_VISITS = "missed_visits", _("Missed visits or reports to the centre")
        SENTENCE = "sentence", _("A court’s sentence or treatment order")
        FALSE_PAPERS = "false_papers", _("False papers")
        WORK = "work", _("Has work")
        BUSINESS = "business", _("Has a business")
        FOUNDER = "founder", _("Has a share in a company")
        PENSION = "pension", _("Has a pension or reached its age")
        MOVED = "moved", _("Moved to the territory of another centre")
        UNEMPLOYED = "unemployed", _("Is registered as unemployed now")
        OWN_WISH = "own_wish", _("Does not look for work any more")
        DEATH = "death", _("Died")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="registrations")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="registrations")
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    applied_on = models.DateField()
    answer_by = models.DateField()
    registered_on = models.DateField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unmet = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    to_judge = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    facts = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    reason = models.TextField(_("Reason"), blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ground = models.CharField(_("Reason"), max_length=20, choices=Ground.choices, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state="registered"),
                name="one_registration_in_force",
                violation_error_message=_("This person is registered already."),
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state="waiting"),
                name="one_registration_waiting",
                violation_error_message=_("This person waits for an answer already."),
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", answered_at=None) | ~Q(state="waiting") & Q(answered_at__isnull=False),
                name="answered_registration_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("registered", "ended"), registered_on__isnull=False)
                | Q(state__in=("waiting", "refused", "withdrawn"), registered_on=None),
                name="registration_in_force_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state="ended", ended_on__gte=F("registered_on")) & ~Q(ground="")
                | ~Q(state="ended") & Q(ended_on=None, ground="", ended_by=None),
                name="ended_registration_has_day_and_ground",
                violation_error_message=_("Say on which day and why the registration ended."),
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(unmet=[]) | ~Q(reason=""),
                name="refused_registration_says_why",
                violation_error_message=_("Say in a sentence why the person is not registered."),
            ),
        )
        indexes = (
            models.Index(fields=["office", "answer_by"], condition=Q(state="waiting"), name="registration_to_answer"),
            models.Index(fields=["office", "kind"], condition=Q(state="registered"), name="registration_in_force_at"),
            models.Index(fields=["person", "-id"], name="registration_of_person"),
        )

    def __str__(self):
        return f"{self.person}: {self.get_kind_display()}"

    def get_absolute_url(self):
        return reverse("seekers:own")

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_late(self) -> bool:
        return self.state == self.State.WAITING and self.answer_by < timezone.localdate()


OPEN = (Registration.State.WAITING, Registration.State.REGISTERED)
