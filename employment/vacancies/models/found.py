"""New vacancies that suit people, found once a day, and whether the person was told."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.seekers.models import Profile
from socialcode import slices
from socialcode.notices.models import Notice

from .vacancy import Vacancy


class MatchRun(models.Model):
    """The finding of a day: vacancies posted and profiles changed after `since`, up to `until`."""

    day = models.DateField(unique=True, error_messages={"unique": _("The matches of this day are found already.")})
    since = models.DateTimeField()
    until = models.DateTimeField()

    def __str__(self):
        return str(self.day)


class MatchSlice(slices.Slice):
    """A part of a finding, done in one transaction: everybody who looks for work in a `trade` (empty: who named none),
    or, `of_changed`, the changed profiles with numbers from `first` to `last`."""

    run = models.ForeignKey(MatchRun, on_delete=models.CASCADE, related_name="slices")
    trade = models.CharField(max_length=4, blank=True)
    of_changed = models.BooleanField(default=False)
    first = models.BigIntegerField(default=0)
    last = models.BigIntegerField(default=0)
    expected = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["run", "trade", "of_changed", "first"],
                name="one_slice_of_a_trade",
                violation_error_message=_("These people are in another part of the finding already."),
            ),
        )
        indexes = (models.Index(fields=["failures", "id"], condition=Q(done_at=None), name="match_slice_to_do"),)

    def __str__(self):
        return f"{self.run}: {self.trade or self.first}"


class NewMatchQuerySet(models.QuerySet):
    def open(self):
        """Those of which everybody finds the vacancy now."""
        return self.filter(vacancy__state="open", vacancy__expires_on__gte=timezone.localdate())


class NewMatch(models.Model):
    """A vacancy that suits somebody well and was new to them when it was found; told of once (`told_at`), or never,
    where it was over before or the person wants no messages. `points` are of `matching.scoring`, without skills."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="new_matches")
    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="+")
    points = models.PositiveSmallIntegerField()
    found_at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True, blank=True)
    notice = models.ForeignKey(Notice, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = NewMatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "new matches"
        constraints = (
            models.UniqueConstraint(
                fields=["profile", "vacancy"],
                name="new_to_somebody_once",
                violation_error_message=_("This vacancy is no news to the person."),
            ),
        )
        indexes = (
            models.Index(fields=["profile"], condition=Q(told_at=None), name="match_to_tell"),
            models.Index(fields=["found_at"], name="match_found"),
        )

    def __str__(self):
        return f"{self.profile_id}: {self.vacancy_id}"

    def get_absolute_url(self):
        return reverse("matching:for_me")


class MatchNews(models.Model):
    """Whether somebody wants to be told of new vacancies, and when they last were. Without a row they want it."""

    profile = models.OneToOneField(Profile, on_delete=models.CASCADE, related_name="match_news")
    is_wanted = models.BooleanField(default=True)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "news of matches"

    def __str__(self):
        return f"{self.profile_id}: {self.is_wanted}"
