"""Suitable work that the centre offers to somebody, the answer, and what the employer says."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.seekers.models import Registration
from employment.vacancies.models import Vacancy
from socialcode.notices.models import Notice

User = settings.AUTH_USER_MODEL


class ReferralQuerySet(models.QuerySet):
    def open(self):
        """Those that are not settled: an answer, a visit to the employer or the employer's word is still awaited."""
        return self.filter(closed_at=None)

    def unanswered(self):
        return self.open().filter(answer="")

    def counted(self):
        """Refusals that count towards removal: no good reason was found."""
        return self.filter(answer=Referral.Answer.REFUSED, excused_at=None)

    def whole(self):
        """With all that lists and pages read of them."""
        named = ("registration__person", "registration__office", "vacancy__organisation", "vacancy__office", "sent_by")
        return self.select_related(*named)


class Referral(models.Model):
    """An offer of suitable work (article 101) to somebody on the register, with the letter to the employer.

    The person answers by `answer_by`; its days count from `told_on`, the day they were told of it. Who accepts goes to
    the employer by `go_by`. `fits` says why the work suits. A refusal counts until somebody of the centre finds its
    reason good (`excused`). `word` is the employer's. It is settled (`closed_at`) once nothing more is awaited.
    """

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", _("Accepted")
        REFUSED = "refused", pgettext_lazy("offer of work", "Refused")

    class Why(models.TextChoices):
        HEALTH = "health", _("My health does not allow it")
        CARE = "care", _("I care for a small child or a relative")
        DISTANCE = "distance", _("It is too far, or there is no transport")
        TRADE = "trade", _("It does not fit my trade or experience")
        HOURS = "hours", _("The working hours do not suit")
        PAY = "pay", _("The pay is too low")
        FOUND = "found", _("I have found other work")
        OTHER = "other", pgettext_lazy("reason of a refusal", "Another reason")

    class Word(models.TextChoices):
        HIRED = "hired", _("Hired")
        REJECTED = "rejected", _("Not taken")
        NO_SHOW = "no_show", _("Did not come")
        NO_POST = "no_post", _("The post is taken by somebody else")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(max_length=40, unique=True)
    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="referrals")
    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="referrals")
    fits = models.TextField(_("Why this work suits"))
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    told_on = models.DateField(null=True, blank=True)
    answer_by = models.DateField()
    reminded_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True)
    why = models.CharField(_("Why not"), max_length=8, choices=Why.choices, blank=True)
    said = models.TextField(_("In your own words"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    excuse = models.TextField(blank=True)
    excused_at = models.DateTimeField(null=True, blank=True)
    excused_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    go_by = models.DateField(null=True, blank=True)
    word = models.CharField(_("What the employer says"), max_length=8, choices=Word.choices, blank=True)
    word_said = models.TextField(blank=True)
    word_on = models.DateField(null=True, blank=True)
    word_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    starts_on = models.DateField(_("First day of work"), null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["registration", "vacancy"],
                condition=Q(closed_at=None),
                name="vacancy_offered_once_at_a_time",
                violation_error_message=_("This vacancy is offered to the person already."),
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_by=None, why="", go_by=None)
                | Q(answer="accepted", why="", answered_at__isnull=False, go_by__isnull=False)
                | Q(answer="refused", answered_at__isnull=False, go_by=None, closed_at__isnull=False) & ~Q(why=""),
                name="answer_to_an_offer_is_whole",
                violation_error_message=_("Say whether you accept the offer, and if not, why."),
            ),
            models.CheckConstraint(
                condition=Q(excused_at=None, excused_by=None, excuse="")
                | Q(excused_at__isnull=False, excused_by__isnull=False) & ~Q(excuse=""),
                name="good_reason_is_written_by_somebody",
                violation_error_message=_("Say in a sentence why the reason is a good one."),
            ),
            models.CheckConstraint(
                condition=Q(word="", word_on=None, word_by=None)
                | Q(answer="accepted", word_on__isnull=False, word_by__isnull=False) & ~Q(word=""),
                name="word_of_an_employer_has_a_day",
                violation_error_message=_("An employer’s word follows an offer that was accepted, and has its day."),
            ),
            models.CheckConstraint(
                condition=Q(word="hired", starts_on__isnull=False) | ~Q(word="hired") & Q(starts_on=None),
                name="who_is_hired_has_a_first_day",
                violation_error_message=_("Say from which day the person works."),
            ),
        )
        indexes = (
            models.Index(fields=["answer_by"], condition=Q(answer="", closed_at=None), name="referral_to_answer"),
            models.Index(fields=["go_by"], condition=Q(answer="accepted", closed_at=None), name="referral_to_go"),
            models.Index(fields=["registration", "-id"], name="referral_of_registration"),
        )

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("advising:offer", args=[self.key])

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def counts(self) -> bool:
        """Whether it is a refusal that counts towards removal."""
        return self.answer == self.Answer.REFUSED and self.excused_at is None

    @property
    def sent_on(self) -> datetime.date:
        return timezone.localdate(self.sent_at)
