"""A vacancy of an employer."""

import uuid

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.trades.hours import Schedule
from socialcode.accounts.models import Office
from socialcode.people.models import Organisation

# What matching reads of very many, without opening the rows
COMPARED = ("pay_from", "pay_to", "schedule", "accessible", "experience_years", "expires_on", "posted_at", "id")


class VacancyQuerySet(models.QuerySet):
    def open(self):
        """Those that everybody finds now."""
        return self.filter(state="open", expires_on__gte=timezone.localdate())

    def over(self):
        """Those whose days are over and that nobody renewed, still marked as open."""
        return self.filter(state="open", expires_on__lt=timezone.localdate())

    def whole(self):
        """With all that a list or a page shows of them."""
        return self.select_related("organisation", "office")

    def with_counts(self):
        """With how many wait for the employer's answer, and how many were hired."""
        waiting = Q(applications__state__in=("applied", "interview"))
        return self.annotate(
            waiting=Count("applications", filter=waiting),
            hired=Count("applications", filter=Q(applications__state="hired")),
        )


class Vacancy(models.Model):
    """Posts of an organisation that wait for people: `posts` of them, at a place of the office `office`.

    `opened_on` is the day the posts became vacant; from it the law counts the days to post (article 103.2(1)), and
    `due_on` is the last of them. `language` is that of the words written by the employer. Pay is monthly before tax.
    `words_note` is why words that look like discrimination are none. `reminded_on` is when the employer was last
    reminded that it ends. `words` is all that is written in it, in the one alphabet of search.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Not posted yet")
        OPEN = "open", pgettext_lazy("vacancy", "Open")
        EXPIRED = "expired", _("Its days are over")
        FILLED = "filled", _("All posts are filled")
        CLOSED = "closed", pgettext_lazy("vacancy", "Closed")

    class Kind(models.TextChoices):
        PERMANENT = "permanent", _("permanent job")
        TEMPORARY = "temporary", _("for a time")
        SEASONAL = "seasonal", _("seasonal work")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="vacancies")
    title = models.CharField(max_length=120)
    trade = models.CharField(max_length=4)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="vacancies")
    region = models.CharField(max_length=9)
    district = models.CharField(max_length=9, blank=True)
    address = models.CharField(max_length=200)
    pay_from = models.DecimalField(max_digits=14, decimal_places=2)
    pay_to = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    hours = models.PositiveSmallIntegerField()
    schedule = models.CharField(max_length=8, choices=Schedule.choices)
    kind = models.CharField(max_length=9, choices=Kind.choices, default=Kind.PERMANENT)
    accessible = models.BooleanField(default=False)
    access_note = models.CharField(max_length=300, blank=True)
    duties = models.TextField()
    requirements = models.TextField(blank=True)
    experience_years = models.PositiveSmallIntegerField(default=0)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    posts = models.PositiveSmallIntegerField(default=1)
    opened_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=7, choices=State.choices, default=State.DRAFT)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    posted_at = models.DateTimeField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)
    words_note = models.TextField(blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True, editable=False)

    objects = VacancyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "vacancies"
        constraints = (
            models.CheckConstraint(
                condition=Q(state="draft", posted_at=None, expires_on=None)
                | ~Q(state="draft") & Q(posted_at__isnull=False, expires_on__isnull=False),
                name="posted_vacancy_has_its_days",
                violation_error_message=_("A vacancy that is posted has the day of it and the day it ends."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=("filled", "closed"), closed_at__isnull=False)
                | ~Q(state__in=("filled", "closed")) & Q(closed_at=None),
                name="closed_vacancy_has_a_time",
                violation_error_message=_("A vacancy that is closed has the time of it."),
            ),
            models.CheckConstraint(
                condition=Q(pay_to=None) | Q(pay_to__gte=models.F("pay_from")),
                name="pay_goes_up",
                violation_error_message=_("The highest pay is no less than the lowest one."),
            ),
            models.CheckConstraint(
                condition=Q(posts__gte=1),
                name="vacancy_has_a_post",
                violation_error_message=_("A vacancy has at least one post."),
            ),
            models.CheckConstraint(
                condition=Q(hours__gte=1, hours__lte=84),
                name="hours_of_a_week",
                violation_error_message=_("Write the hours of a week, from 1 to 84."),
            ),
        )
        indexes = (
            models.Index(fields=["trade", "region", "district"], condition=Q(state="open"), name="vacancy_open"),
            models.Index(
                fields=["trade", "region", "district"],
                include=COMPARED,
                condition=Q(state="open"),
                name="vacancy_compared",
            ),
            models.Index(
                fields=["trade"],
                include=COMPARED,
                condition=Q(state="open", schedule="remote"),
                name="vacancy_from_home",
            ),
            models.Index(fields=["-posted_at", "-id"], condition=Q(state="open"), name="vacancy_newest"),
            models.Index(fields=["expires_on"], condition=Q(state="open"), name="vacancy_expires"),
            models.Index(fields=["organisation", "-id"], name="vacancy_of_organisation"),
            GinIndex(OpClass("words", "gin_trgm_ops"), condition=Q(state="open"), name="vacancy_words"),
        )

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("vacancies:vacancy", args=[self.key])

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN and self.expires_on >= timezone.localdate()

    @property
    def was_late(self) -> bool:
        """Whether it was posted after the days that the law gives."""
        return self.posted_at is not None and timezone.localdate(self.posted_at) > self.due_on
