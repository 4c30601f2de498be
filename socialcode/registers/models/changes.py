"""Families of whose members a register said something new, for whoever works out what follows from it."""

from collections.abc import Iterable

from django.contrib.postgres.functions import TransactionNow
from django.db import connection, models

TAKEN = "DELETE FROM registers_changedfamily WHERE family_id BETWEEN %s AND %s RETURNING family_id"


class ChangedFamily(models.Model):
    """A call: a register changed for this family. Triggers of the tables write it, so that nobody can forget it.

    A family may be called many times; no foreign key and no uniqueness, so that nobody who writes a register ever waits
    for somebody who answers calls.
    """

    family_id = models.BigIntegerField()
    at = models.DateTimeField(db_default=TransactionNow())

    class Meta:
        indexes = (models.Index(fields=["family_id"], name="changed_family"),)

    def __str__(self):
        return f"family {self.family_id}"

    @classmethod
    def take(cls, first: int, last: int) -> list[int]:
        """The called families in the range, in order. The calls are gone once the caller's transaction holds; one that
        is written meanwhile stays."""
        with connection.cursor() as cursor:
            cursor.execute(TAKEN, [first, last])
            return sorted({family for (family,) in cursor.fetchall()})

    @classmethod
    def call(cls, families: Iterable[int]) -> None:
        """Call families for a reason that no register shows, such as a birthday."""
        cls.objects.bulk_create([cls(family_id=family) for family in families], batch_size=10_000)
