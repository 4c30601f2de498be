"""What registers say month by month: kept in a row for each person, kind, source and year, read by the month.

Ten years of a working life are ten rows of twelve amounts instead of 120 rows, and as much less to read for the whole
country. `Income` and `Contribution` are views over these rows (see `registers/months`), in which a month has a number
of its own: twelve times that of its year's row, and its place in it.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.contrib.postgres.fields import ArrayField
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.people.models import Person
from socialcode.people.models.register import Register, RegisterQuerySet

from ..months.writing import ADD, END, FORGET_EMPTY, words_for

MONTHS = range(1, 13)


def amounts_of_year() -> ArrayField:
    """Twelve amounts in tenge, that of January first; of a month without one nothing is said."""
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    return ArrayField(amount, size=len(MONTHS))


class MonthsOfYear(models.Model):
    """What a source says of a year of somebody.

    `received_on` is the day on which it was sent, but for months to which `received_each` gives another day; that is
    empty where there are none. Once something else is said of some months, these stand in a row of their own with
    `ended_at`. The database checks no key of a person: rows are added only beside persons that were just read.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    year = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=20, choices=Register.choices)
    received_on = models.DateField()
    received_each = ArrayField(models.DateField(null=True), size=len(MONTHS), null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    amounts = amounts_of_year()

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.kind}, {self.year}"


def once(name: str) -> models.UniqueConstraint:
    """A source says a month once; of what ended at different times each is kept."""
    keys = ("person", "year", "kind", "source", "ended_at")
    return models.UniqueConstraint(fields=keys, nulls_distinct=False, name=name)


class MonthQuerySet(RegisterQuerySet):
    """Months are added, and end: a row of a view is not changed in any other way."""

    def create(self, **said):
        return self.bulk_create([self.model(**said)])[0]

    def bulk_create(self, objs: Iterable["MonthRow"], **_options) -> list["MonthRow"]:
        """Add months to their years. Raises IntegrityError where the same source says something of one already."""
        rows, days = list(objs), defaultdict(lambda: defaultdict(dict))
        for row in rows:
            of_year = days[row.received_on][row.person_id, row.month.year, row.kind, str(row.source)]
            if of_year.setdefault(row.month.month, row) is not row:
                raise IntegrityError(f"{row}: said twice")
        with transaction.atomic():
            for day, years in days.items():
                self._add(day, years)
        return rows

    def _add(self, day: datetime.date, years: dict[tuple, dict[int, "MonthRow"]]) -> None:
        kept, arrays, values = self.model.kept_in, self.model.arrays, []
        for key, of_year in years.items():
            lists = ([getattr(of_year.get(month), name, None) for month in MONTHS] for name in arrays)
            values += [*key, day, *lists]
        of_array = ", %s::numeric(14, 2)[]" * len(arrays)
        given = "VALUES " + ", ".join([f"(%s, %s, %s, %s, %s::date{of_array})"] * len(years))
        words = words_for(kept._meta.db_table, list(arrays.values()))
        with connection.cursor() as cursor:
            cursor.execute(ADD.format(given=given, **words), values)
            found = cursor.fetchall()
        if len(found) != len(years):
            raise IntegrityError("A month is said already.")
        for number, *key in found:
            for month, row in years[tuple(key)].items():
                row.pk = number * len(MONTHS) + month - 1


class MonthRow(models.Model):
    """One month of a row of the model `kept_in`, as pages, disputes and rules look at it.

    `arrays` are the arrays of that model by the fields of this one.
    """

    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING, related_name="%(class)s_rows")
    source = models.CharField(_("Register"), max_length=20, choices=Register.choices)
    received_on = models.DateField(default=timezone.localdate)
    ended_at = models.DateTimeField(null=True, blank=True)
    month = models.DateField(_("Month"))

    kept_in: type[MonthsOfYear]
    arrays: Mapping[str, str]
    objects = MonthQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.get_kind_display()}, {self.month:%Y-%m}"

    def save(self, *_given, **_options):
        raise TypeError("A month of a year is added by `objects.create` and ended by `end`.")

    @property
    def received_at(self) -> datetime.date:
        """As rows of other registers call it."""
        return self.received_on

    def others_said(self, values: Mapping[str, object]) -> models.QuerySet:
        """What other rows say now of the same month and kind of the person, once this one has other values."""
        key = {name: values.get(name, getattr(self, name)) for name in ("month", "kind")}
        return type(self).objects.current().filter(person=self.person_id, **key).exclude(pk=self.pk)

    def end(self) -> None:
        """From now on the register does not say this any more; the month leaves its year, with another number."""
        self.ended_at = timezone.now()
        number, place = divmod(self.pk, len(MONTHS))
        words = words_for(self.kept_in._meta.db_table, list(self.arrays.values()))
        given = {"id": number, "places": 1 << place, "now": self.ended_at}
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(END.format(given="VALUES (%(id)s::bigint, %(places)s)", **words), given)
            ((ended,),) = cursor.fetchall()
            cursor.execute(FORGET_EMPTY.format(given="%(id)s", **words), given)
        self.pk = ended * len(MONTHS) + place
