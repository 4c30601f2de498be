"""How many posts are open and how many people look for work, counted once a day: by place, and by trade."""

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


class TradeCount(models.Model):
    """A trade in the whole country: open posts, people who named it first, and the median of the lowest pay that its
    vacancies offer (tenge a month before tax; None without a vacancy). Rows of a day are made together."""

    counted_on = models.DateField()
    trade = models.CharField(max_length=4)
    posts = models.PositiveIntegerField(default=0)
    seekers = models.PositiveIntegerField(default=0)
    pay = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["counted_on", "trade"],
                name="trade_counted_once",
                violation_error_message=_("The labour market was counted for this day already."),
            ),
        )

    def __str__(self):
        return f"{self.counted_on}: {self.trade}"
