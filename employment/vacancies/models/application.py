"""Who applies to a vacancy, what both sides write, and when they meet."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from socialcode.people.models import Person

from .vacancy import Vacancy

OPEN = ("invited", "applied", "interview", "offered")
ENDED = ("hired", "rejected", "withdrawn")


class ApplicationQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state__in=OPEN)

    def whole(self):
        return self.select_related("vacancy__organisation", "vacancy__office", "person")


class Application(models.Model):
    """A person and a vacancy. The employer sees the name from `named_at` on: the moment the person agreed to it.

    `origin` says who began: the seeker, the career centre, or the employer, who had the candidate from the portal
    without a name and invited them.
    """

    class State(models.TextChoices):
        INVITED = "invited", _("Invited, and has not answered")
        APPLIED = "applied", _("Applied")
        INTERVIEW = "interview", _("Interview")
        OFFERED = "offered", _("The job is offered")
        HIRED = "hired", _("Hired")
        REJECTED = "rejected", _("Not taken")
        WITHDRAWN = "withdrawn", pgettext_lazy("application", "Taken back")

    class Origin(models.TextChoices):
        SEEKER = "seeker", _("applied by themselves")
        CENTRE = "centre", _("sent by the career centre")
        EMPLOYER = "employer", _("invited by the employer")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="applications")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="applications")
    state = models.CharField(max_length=9, choices=State.choices)
    origin = models.CharField(max_length=8, choices=Origin.choices)
    letter = models.TextField(blank=True)
    named_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    moved_at = models.DateTimeField(default=timezone.now)
    reason = models.TextField(blank=True)
    starts_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["vacancy", "person"],
                condition=Q(state__in=OPEN) | Q(state="hired"),
                name="one_application_of_a_person",
                violation_error_message=_("There is already an application of this person to this vacancy."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, closed_at=None) | ~Q(state__in=OPEN) & Q(closed_at__isnull=False),
                name="closed_application_has_a_time",
                violation_error_message=_("An application that is closed has the time of it."),
            ),
            models.CheckConstraint(
                condition=Q(named_at__isnull=False) | Q(state__in=("invited", "rejected", "withdrawn")),
                name="named_before_more",
                violation_error_message=_("An employer goes on only after the person agreed to be named."),
            ),
            models.CheckConstraint(
                condition=~Q(state="hired") | Q(starts_on__isnull=False),
                name="hired_from_a_day",
                violation_error_message=_("Say from which day the person works."),
            ),
        )
        indexes = (
            models.Index(fields=["vacancy", "state"], name="application_of_vacancy"),
            models.Index(fields=["person", "-id"], name="application_of_person"),
        )

    def __str__(self):
        return f"{self.vacancy}, {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_named(self) -> bool:
        return self.named_at is not None


class ApplicationMessage(models.Model):
    """What one side of an application writes to the other."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="messages")
    of_employer = models.BooleanField()
    text = models.TextField()
    sent_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)
    sent_as = models.UUIDField(default=uuid.uuid4)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["application", "sent_as"],
                name="message_of_application_once",
                violation_error_message=_("This message is sent already."),
            ),
        )
        indexes = (models.Index(fields=["application", "id"], name="message_of_application"),)

    def __str__(self):
        return self.text[:40]


class Interview(models.Model):
    """When and where both sides meet. The person answers whether they come."""

    class Answer(models.TextChoices):
        WAITING = "waiting", _("not answered yet")
        COMES = "comes", _("comes")
        OTHER_TIME = "other_time", _("asks for another time")
        CALLED_OFF = "called_off", _("called off")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="interviews")
    at = models.DateTimeField()
    place = models.CharField(max_length=200)
    note = models.TextField(blank=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.WAITING)
    answer_note = models.TextField(blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(answer__in=("waiting", "comes")),
                name="one_interview_ahead",
                violation_error_message=_("There is an interview already. Change it, or call it off first."),
            ),
        )

    def __str__(self):
        return f"{self.application}, {self.at}"
