"""That a register said something new of who an award stands on."""

from django.contrib.postgres.functions import TransactionNow
from django.db import models


class AwardCall(models.Model):
    """A call: somebody has to look at the award (its key). It may be called many times, and is looked at once."""

    award_id = models.BigIntegerField()
    at = models.DateTimeField(db_default=TransactionNow())

    class Meta:
        indexes = (models.Index(fields=["award_id"], name="called_award"),)

    def __str__(self):
        return f"award {self.award_id}"
