"""What matching reads of those who look for work now: narrow rows, one for each trade of a profile."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from .profile import Profile, Reach

READ = ("profile", "years", "reach", "will_move", "least_pay", "schedules", "needs_access", "small_child")


class Candidate(models.Model):
    """A trade of a profile that is looking, with all that is compared beside it; `trade` is empty for who has none.

    Written anew from the profile by `actions.spreading`, never by hand. The indexes hold every column that is read, so
    that a popular trade in a large town is compared without opening the rows.
    """

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="candidates")
    trade = models.CharField(max_length=4, blank=True)
    years = models.PositiveSmallIntegerField(default=0)
    region = models.CharField(max_length=9)
    district = models.CharField(max_length=9, blank=True)
    reach = models.CharField(max_length=8, choices=Reach.choices)
    will_move = models.BooleanField()
    least_pay = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    schedules = ArrayField(models.CharField(max_length=8), default=list)
    needs_access = models.BooleanField()
    small_child = models.BooleanField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["profile", "trade"], name="candidate_of_a_trade_once"),)
        indexes = (
            models.Index(fields=["trade", "region", "district"], include=READ, name="candidate_at_a_place"),
            models.Index(
                fields=["trade", "region"],
                include=("district", *READ),
                condition=Q(will_move=True) | ~Q(reach=Reach.DISTRICT),
                name="candidate_from_afar",
            ),
        )

    def __str__(self):
        return f"{self.profile_id}: {self.trade}"
