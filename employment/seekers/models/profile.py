"""What somebody who looks for work can and wants, and whether employers may see it."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.trades.classification import trade
from employment.trades.fields import TradeField
from employment.trades.hours import Schedule
from socialcode.people.models import Person


class Education(models.TextChoices):
    """In rising order; a vacancy asks for one of them at least."""

    NONE = "0_none", _("No certificate")
    SCHOOL = "1_school", _("School")
    COLLEGE = "2_college", _("College or vocational school")
    UNIVERSITY = "3_university", _("University")


class Hindrance(models.TextChoices):
    SMALL_CHILD = "small_child", _("I care for a child under three")
    CARE = "care", _("I care for a relative")
    HEALTH = "health", _("My health")
    TRANSPORT = "transport", _("I have no way to get to work")
    PAPERS = "papers", _("I lack papers or a certificate")
    LANGUAGE = "language", pgettext_lazy("what hinders", "The language")
    SKILLS = "skills", _("My skills are out of date")


class Reach(models.TextChoices):
    """How far from home somebody takes work."""

    DISTRICT = "district", _("In my district or town")
    REGION = "region", _("In my region")
    COUNTRY = "country", _("Anywhere in the country")


class LanguageKnown(models.TextChoices):
    KAZAKH = "kk", pgettext_lazy("language", "Kazakh")
    RUSSIAN = "ru", pgettext_lazy("language", "Russian")
    ENGLISH = "en", pgettext_lazy("language", "English")
    CHINESE = "zh", pgettext_lazy("language", "Chinese")
    TURKISH = "tr", pgettext_lazy("language", "Turkish")
    UZBEK = "uz", pgettext_lazy("language", "Uzbek")
    GERMAN = "de", pgettext_lazy("language", "German")


class Profile(models.Model):
    """What a person can and wants. `region` and `district` (KATO codes) are where work is looked for.

    `least_pay` is the lowest wage in tenge a month before deductions; `needs_access` that a workplace has to be fit
    for somebody with disability. `is_looking` follows the person's registration: only such profiles are matched.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="profile")
    education = models.CharField(_("Education"), max_length=12, choices=Education.choices, default=Education.NONE)
    skills = ArrayField(models.CharField(max_length=60), verbose_name=_("Skills"), default=list, blank=True)
    languages = ArrayField(
        models.CharField(max_length=2, choices=LanguageKnown.choices),
        verbose_name=_("Languages"),
        default=list,
        blank=True,
    )
    hindrances = ArrayField(
        models.CharField(max_length=11, choices=Hindrance.choices),
        verbose_name=_("What makes it hard to work"),
        default=list,
        blank=True,
    )
    schedules = ArrayField(
        models.CharField(max_length=8, choices=Schedule.choices),
        verbose_name=_("Working hours"),
        default=list,
        blank=True,
    )
    least_pay = models.DecimalField(_("Lowest pay"), max_digits=14, decimal_places=2, null=True, blank=True)
    region = models.CharField(_("Region"), max_length=9, blank=True)
    district = models.CharField(_("District"), max_length=9, blank=True)
    reach = models.CharField(_("How far"), max_length=8, choices=Reach.choices, default=Reach.DISTRICT)
    will_move = models.BooleanField(_("I would move for work"), default=False)
    needs_access = models.BooleanField(_("I need a workplace fit for a person with disability"), default=False)
    about = models.TextField(_("About me"), max_length=2000, blank=True)
    is_looking = models.BooleanField(default=False)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(least_pay=None) | Q(least_pay__gt=0), name="lowest_pay_is_an_amount"),
            models.CheckConstraint(condition=Q(district="") | ~Q(region=""), name="district_lies_in_a_region"),
        )
        indexes = (
            models.Index(
                fields=["region", "district"], condition=Q(is_looking=True), name="profile_looking_at_a_place"
            ),
            models.Index(fields=["changed_at"], condition=Q(is_looking=True), name="profile_changed"),
        )

    def __str__(self):
        return str(self.person)


class ProfileTrade(models.Model):
    """A trade that somebody has or wants, and the years they worked in it; `rank` is the order of their wish."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="trades")
    trade = TradeField(_("Trade"))
    years = models.PositiveSmallIntegerField(_("Years in this trade"), default=0)
    rank = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("rank", "pk")
        constraints = (models.UniqueConstraint(fields=["profile", "trade"], name="trade_of_a_profile_once"),)
        indexes = (models.Index(fields=["trade", "profile"], name="profile_of_trade"),)

    def __str__(self):
        return self.trade

    @property
    def name(self) -> str:
        known = trade(self.trade)
        return known.name if known else self.trade


class WorkedAs(models.Model):
    """One job of a life, as it stands in a CV."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="jobs")
    post = models.CharField(_("Post"), max_length=120)
    employer = models.CharField(_("Employer"), max_length=200, blank=True)
    since = models.DateField(_("From"))
    until = models.DateField(_("Until"), null=True, blank=True)
    did = models.TextField(_("What I did"), max_length=1000, blank=True)

    class Meta:
        ordering = ("-since", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="job_of_a_life_ends_after_start"
            ),
        )

    def __str__(self):
        return self.post


class Studied(models.Model):
    """A school, a course or a certificate, as it stands in a CV."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="studies")
    what = models.CharField(_("What"), max_length=200)
    where = models.CharField(_("Where"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("Year"), null=True, blank=True)

    class Meta:
        ordering = ("-year", "-pk")

    def __str__(self):
        return self.what


class ShownToEmployers(models.Model):
    """The person lets employers see name, phone and CV, by which text, until they take it back."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="shown_to_employers")
    text_version = models.CharField(max_length=20)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    given_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="shown_to_employers_once"),
        )

    def __str__(self):
        return f"{self.person}: {self.given_at:%Y-%m-%d}"
