"""How many posts are open and how many people look for work, counted once a day."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MarketCount(models.Model):
    """A district (or a region without one) and a major group of trades, the first digit of their codes; empty for
    people who named no trade. Rows of a day are made together, and no row speaks of a person."""

    counted_on = models.DateField()
    region = models.CharField(max_length=9)
    district = models.CharField(max_length=9, blank=True)
    group = models.CharField(max_length=1, blank=True)
    vacancies = models.PositiveIntegerField(default=0)
    posts = models.PositiveIntegerField(default=0)
    seekers = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["counted_on", "region", "district", "group"],
                name="market_counted_once",
                violation_error_message=_("The labour market was counted for this day already."),
            ),
        )

    def __str__(self):
        return f"{self.counted_on}: {self.district or self.region} {self.group}"
