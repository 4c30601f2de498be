"""The values that usually change on a 1 January, cell by cell, with what they were in the years before."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from socialcode.engine.parameters import Parameter, Value
from socialcode.engine.registry import registry

from .. import names
from ..models import ParameterVersion
from ..policies import change_in_percent
from ..regions import QUARTERLY, REGIONAL, regions

YEARS_LOOKED_AT = 3
TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Cell:
    """One figure to enter: a value, its entry of a table, or its figure of a region. `earlier` and `last` are what it
    was in the two years before (None: nothing was known), `version` what is entered for the day already."""

    parameter: Parameter
    region: str = ""
    entry: str | int | None = None
    earlier: Value | None = None
    last: Value | None = None
    version: ParameterVersion | None = None

    @property
    def field(self) -> str:
        """Its name in a form: the value's, with its region or its entry of a table."""
        more = self.region or ("" if self.entry is None else str(self.entry))
        return f"{self.parameter.name}-{more}" if more else self.parameter.name

    @property
    def label(self) -> str:
        """What tells it from the other cells of its group."""
        if self.region:
            return str(regions()[self.region])
        return names.label(self.parameter) if self.entry is None else names.entry_label(self.entry)

    @property
    def full_label(self) -> str:
        """The value with its region or entry."""
        own = names.label(self.parameter)
        return own if self.label == own else f"{own}: {self.label}"

    @property
    def is_due(self) -> bool:
        """Whether it is set anew for every year, and is not entered yet."""
        return self.parameter.yearly and self.version is None

    @property
    def entered(self) -> Value | None:
        """What is entered for the day already, approved or waiting."""
        if self.version is None:
            return None
        value = self.version.exact_value
        return value.get(self.entry) if isinstance(value, dict) else value

    def change(self, new: Value | None) -> Decimal | None:
        """By how many percent a new figure differs from the last one, to a tenth."""
        change = change_in_percent(self.last, new)
        return None if change is None else change.quantize(TENTH)


@dataclass(frozen=True)
class Group:
    """Cells under one heading. `is_long` where there is one for each region."""

    title: str
    cells: tuple[Cell, ...]
    is_long: bool = False

    @property
    def entered(self) -> int:
        """How many of the cells are entered."""
        return sum(cell.version is not None for cell in self.cells)


def first_day(year: int) -> datetime.date:
    return datetime.date(year, 1, 1)


class Known:
    """Everything that is approved, waits or is set for the first day of a year, read once."""

    def __init__(self, year: int):
        self.since = first_day(year)
        self.by_place: dict[tuple[str, str], list[ParameterVersion]] = {}
        for row in ParameterVersion.objects.live().filter(since__lte=self.since).order_by("since"):
            self.by_place.setdefault((row.name, row.region), []).append(row)

    def of(self, name: str, region: str = "") -> list[ParameterVersion]:
        return self.by_place.get((name, region), [])

    def starting(self, name: str, region: str = "") -> ParameterVersion | None:
        """What starts on the day itself."""
        return next((row for row in self.of(name, region) if row.since == self.since), None)

    def in_year(self, parameter: Parameter, region: str, year: int) -> Value | None:
        """What was in force at the end of a year; of what is set for every year, what was set for it."""
        end = first_day(year + 1)
        begun = [row for row in self.of(parameter.name, region) if row.since < end and _is_approved(row)]
        is_over = begun and (parameter.yearly or parameter.name in QUARTERLY) and begun[-1].since.year < year
        return begun[-1].exact_value if begun and not is_over else None

    def changes_in_january(self, name: str) -> bool:
        """Whether it changed on a 1 January of the years before, or something is entered for this one."""
        rows = self.of(name)
        starts = {row.since for row in rows[1:]}
        usual = {first_day(self.since.year - ago) for ago in range(1, YEARS_LOOKED_AT + 1)}
        return bool(starts & usual) or self.starting(name) is not None


def _is_approved(row: ParameterVersion) -> bool:
    return row.state == ParameterVersion.State.APPROVED


def groups(year: int, added: Iterable[str] = ()) -> list[Group]:
    """All cells of a year under their headings; `added` names values besides the usual ones. One query."""
    known = Known(year)
    found = {each.name: each for each in names.listed()}
    single, tables, others, regional = [], [], [], []
    for parameter in found.values():
        is_wanted = parameter.yearly or parameter.name in added
        if parameter.name in QUARTERLY or (parameter.name in REGIONAL and parameter.name in added):
            regional.append(_group(known, parameter))
        elif parameter.name in REGIONAL or not (is_wanted or known.changes_in_january(parameter.name)):
            continue
        elif parameter.kind == "table":
            tables.append(_group(known, parameter))
        else:
            (single if is_wanted else others).append(_cell(known, parameter))
    grouped = [
        Group(_("Set anew for every year"), tuple(single)),
        Group(_("Others that changed on a 1 January"), tuple(others)),
    ]
    return [group for group in (*grouped, *tables, *regional) if group.cells]


def _group(known: Known, parameter: Parameter) -> Group:
    cells = tuple(_cells(known, parameter))
    return Group(capfirst(names.label(parameter)), cells, is_long=parameter.name in REGIONAL)


def _cells(known: Known, parameter: Parameter) -> Iterator[Cell]:
    if parameter.name in REGIONAL:
        yield from (_cell(known, parameter, region) for region in regions())
    else:
        yield from (_cell(known, parameter, entry=key) for key in table_keys(known, parameter))


def table_keys(known: Known, parameter: Parameter) -> list[str | int]:
    """The entries of a table as its newest version has them."""
    rows = known.of(parameter.name)
    return list(rows[-1].exact_value if rows else parameter.versions[-1].value)


def _cell(known: Known, parameter: Parameter, region: str = "", entry=None) -> Cell:
    year = known.since.year
    earlier, last = (_part(known.in_year(parameter, region, year - ago), entry) for ago in (2, 1))
    return Cell(parameter, region, entry, earlier, last, known.starting(parameter.name, region))


def _part(value: Value | None, entry) -> Value | None:
    return value.get(entry) if isinstance(value, dict) else value


def parameters_to_add(shown: Iterable[Group]) -> list[Parameter]:
    """Every value that has no cell yet."""
    there = {cell.parameter.name for group in shown for cell in group.cells}
    return [parameter for parameter in names.listed() if parameter.name not in there]


def exists(name: str) -> bool:
    """Whether there is a value with this name that has figures of its own."""
    parameter = registry.parameters.get(name)
    return parameter is not None and not parameter.same_as
