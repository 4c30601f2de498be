"""What the file of each register looks like: the columns of its schema, and what names the person in every file.

A register by month sends a row for each person, kind and year, with twelve amounts in columns of their own.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from socialcode.people.models import LegalRepresentation, Register
from socialcode.registers.schemas import SCHEMAS, Column, Kind, Schema

MONTHS = tuple(f"{month:02d}" for month in range(1, 13))
MONTHLY = {"amount": "month", "income": "income"}  # how a column of a month is called in a file, before its number
MOST_DIGITS = 2**31 - 1
EARLIEST_YEAR, LATEST_YEAR = 1991, 2100
# Those that others refer to come first; nobody belongs to a family or earns before they are known
ORDER = ("person", "membership", "representation")
NOT_OURS = {Register.CORRECTION, Register.AWARDS, Register.PLATFORMS}  # no file can say that it comes from here

IIN = Column("iin", Kind.TEXT, _("IIN"), longest=12)
RECEIVED_ON = Column("received_on", Kind.DAY, _("Day on which the register sent the row"))
SOURCE = Column(
    "source",
    Kind.WORD,
    _("Register, where it is not the usual one"),
    choices=tuple(register.value for register in Register if register not in NOT_OURS),
    may_be_empty=True,
)
FAMILY = Column("family", Kind.TEXT, _("Key of the family, a UUID"), longest=36)
REPRESENTED = Column("represented", Kind.TEXT, _("IIN of whom this person acts for"), longest=12)
YEAR = Column("year", Kind.NUMBER, _("Year"), least=EARLIEST_YEAR)


@dataclass(frozen=True)
class Layout:
    """The file of one register. `key` are the columns by which two rows of a file say the same thing of somebody.

    `merged_by` brings in waiting rows of a part, where they do not go into the table of `model` as they are: it takes
    the delivery and what the statements of `merging` are asked with, and counts what it found.
    """

    name: str
    register: Register
    model: type[models.Model]
    columns: dict[str, Column]
    key: tuple[str, ...]
    by_month: bool = False
    merged_by: Callable[..., Counter] | None = None

    @property
    def required(self) -> list[str]:
        """Columns without which the file is not read. What may be empty may be left out altogether."""
        return [name for name, column in self.columns.items() if not column.may_be_empty]

    @property
    def values(self) -> list[str]:
        """Columns that are the model's own."""
        around = (IIN, RECEIVED_ON, SOURCE, FAMILY, REPRESENTED)
        return [name for name in self.columns if name not in {column.name for column in around}]

    def described(self) -> list[dict]:
        """The columns for people: name, label, what it holds and whether it may be empty; of twelve months the first
        and the last stand for all."""
        between = {f"{start}_{month}" for start in MONTHLY.values() for month in MONTHS[1:-1]}
        return [
            {"name": name, "label": column.label, "holds": _holds(column), "may_be_empty": column.may_be_empty}
            for name, column in self.columns.items()
            if name not in between
        ]

    def most(self, name: str) -> int:
        """The largest whole number a column can hold."""
        if name == YEAR.name:
            return LATEST_YEAR
        kind = self.model._meta.get_field(name).get_internal_type()
        return connection.ops.integer_field_range(kind)[1] or MOST_DIGITS


HOLDS = {
    Kind.TEXT: _("text"),
    Kind.NUMBER: _("a whole number"),
    Kind.MONEY: _("tenge, with two decimal places at most"),
    Kind.DAY: _("a day, such as 2026-11-30"),
    Kind.TRUTH: _("true or false"),
}


def _holds(column: Column) -> str:
    return ", ".join(column.choices) if column.kind == Kind.WORD else str(HOLDS[column.kind])


@cache
def layouts() -> dict[str, Layout]:
    """All of them by name, in the order in which they are brought in."""
    made = {name: _layout(schema) for name, schema in SCHEMAS.items()} | {"representation": _representation()}
    return {name: made[name] for name in (*ORDER, *(each for each in made if each not in ORDER))}


def _layout(schema: Schema) -> Layout:
    columns = [IIN, RECEIVED_ON, SOURCE]
    if schema.name == "person":
        columns.remove(SOURCE)
    if schema.name == "membership":
        columns.append(FAMILY)
    key = schema.key
    if schema.by_month:
        columns += [YEAR, *(column for name, column in schema.columns.items() if name not in {"month", *MONTHLY})]
        columns += [
            _of_month(schema.columns[name], month) for name in MONTHLY if name in schema.columns for month in MONTHS
        ]
        key = ("year", *(name for name in key if name != "month"))
    else:
        columns += schema.columns.values()
    named = {column.name: column for column in columns}
    return Layout(schema.name, schema.register, schema.model, named, key, schema.by_month)


def _of_month(column: Column, month: str) -> Column:
    name = f"{MONTHLY[column.name]}_{month}"
    return Column(name, column.kind, column.label, least=column.least, may_be_empty=True)


def _representation() -> Layout:

    columns = [
        IIN,
        RECEIVED_ON,
        REPRESENTED,
        Column("kind", Kind.WORD, _("Who the person is to them"), choices=tuple(LegalRepresentation.Kind.values)),
        Column("since", Kind.DAY, _("From")),
        Column("until", Kind.DAY, _("Until"), may_be_empty=True),
    ]
    named = {column.name: column for column in columns}
    return Layout("representation", Register.CIVIL_STATUS, LegalRepresentation, named, ("represented", "since"))
