"""The declaration of what a register gives: its columns with their types, and where its rows are kept.

A column is a field of the model that keeps the rows, so that its type, its words and whether it may be empty are said
once. In a file a person is named by the IIN (`iin`) and a row by `received_on`, the day its register sent it.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

import polars as pl
from django.db import models

from socialcode.people.models import Register


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    WORD = "word"  # one of the column's choices
    NUMBER = "number"  # whole
    MONEY = "money"  # tenge with two places
    DAY = "day"
    TRUTH = "truth"


TYPES = {
    Kind.TEXT: pl.String,
    Kind.WORD: pl.String,
    Kind.NUMBER: pl.Int64,
    Kind.MONEY: pl.Decimal(14, 2),
    Kind.DAY: pl.Date,
    Kind.TRUTH: pl.Boolean,
}


@dataclass(frozen=True)
class Column:
    """One column: named as in files, in the database and in rules alike."""

    name: str
    kind: Kind
    label: str
    choices: tuple[str, ...] = ()
    longest: int | None = None
    least: Decimal | None = None
    may_be_empty: bool = False

    @property
    def type(self):
        """Its type in a table of Polars."""
        return TYPES[self.kind]


@dataclass(frozen=True)
class Schema:
    """One kind of rows.

    `register` sends them. `names` are the columns in the order of a page, `key` those by which two rows of one person
    are the same row: of these the newer one counts. A schema `by_month` has a row for each person, kind and month in
    files and in rules.
    """

    name: str
    model: type[models.Model]
    register: Register
    names: tuple[str, ...]
    key: tuple[str, ...]
    by_month: bool = False

    @cached_property
    def columns(self) -> dict[str, Column]:
        """By name, in the order of a page."""
        return {name: _column(self.model._meta.get_field(name)) for name in self.names}

    @property
    def table(self) -> str:
        """Where the rows are kept."""
        return getattr(self.model, "kept_in", self.model)._meta.db_table


def _column(field: models.Field) -> Column:
    kind = _kind(field)
    return Column(
        name=field.name,
        kind=kind,
        label=field.verbose_name,
        choices=tuple(value for value, _label in field.flatchoices),
        longest=field.max_length if kind == Kind.TEXT else None,
        least=Decimal(0) if kind in (Kind.MONEY, Kind.NUMBER) else None,
        may_be_empty=field.null or field.blank or field.has_default(),
    )


def _kind(field: models.Field) -> Kind:
    match field:
        case models.DateField():
            return Kind.DAY
        case models.DecimalField():
            return Kind.MONEY
        case models.BooleanField():
            return Kind.TRUTH
        case models.IntegerField():
            return Kind.NUMBER
    return Kind.WORD if field.choices else Kind.TEXT
