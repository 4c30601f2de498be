"""The law in numbers on a day: one line a value, as the public page and the downloads show it."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from socialcode.engine.days import start_of_quarter
from socialcode.engine.parameters import Parameter, Values, Version

from . import names
from .models import ParameterVersion
from .policies import change_in_percent
from .regions import QUARTERLY, REGIONAL


@dataclass(frozen=True)
class Line:
    """One value on one day. `version` is None where none is known; `absence` then says so."""

    parameter: Parameter
    version: Version | None
    next_version: Version | None
    absence: str = ""

    @property
    def label(self) -> str:
        return names.label(self.parameter)

    @property
    def entries(self) -> list[tuple]:
        return names.entries(self.version.value)

    @property
    def next_entries(self) -> list[tuple]:
        return names.entries(self.next_version.value)

    @property
    def act(self) -> str:
        return _(self.version.act) if self.version and self.version.act else ""

    @property
    def evidence(self) -> str:
        return ParameterVersion.Evidence(self.version.status).label if self.version else ""

    @property
    def is_published(self) -> bool:
        return bool(self.version) and self.version.status == ParameterVersion.Evidence.CONFIRMED


@dataclass(frozen=True)
class Difference:
    """One number, or one entry of a table, on an earlier and on a later day."""

    label: str
    unit: str
    before: object
    after: object

    @property
    def is_changed(self) -> bool:
        return self.before != self.after

    @property
    def amount(self) -> Decimal | None:
        known = isinstance(self.before, Decimal) and isinstance(self.after, Decimal)
        return self.after - self.before if known else None

    @property
    def percent(self) -> Decimal | None:
        change = change_in_percent(self.before, self.after)
        return None if change is None else change.quantize(Decimal("0.1"))


def lines(values: Values) -> list[Line]:
    return [line(parameter, values) for parameter in names.listed()]


def groups(found: list[Line]) -> dict[str, list[Line]]:
    """Lines by heading, headings in the order of their first line."""
    grouped: dict[str, list[Line]] = {}
    for each in found:
        grouped.setdefault(names.group_of(each.parameter), []).append(each)
    return grouped


def line(parameter: Parameter, values: Values) -> Line:
    """A value as the page of the day shows it: what is in force, what follows, or why there is none."""
    version = values.version(parameter.name)
    later = [each for each in values.history(parameter.name) if each.since > values.on]
    absence = _absence(parameter, version, values)
    return Line(parameter, None if absence else version, later[0] if later else None, absence)


def _absence(parameter, version, values) -> str:
    """Why there is no figure. One of a quarter counts in that quarter only."""
    if parameter.name in REGIONAL and not values.region:
        return _("Choose a region to see it.")
    if parameter.name in QUARTERLY and (version is None or version.since < start_of_quarter(values.on)):
        return _("Not published, or not entered yet, for this region and quarter.")
    return "" if version else _("No value is known for this day.")


def differences(earlier: Values, later: Values) -> list[Difference]:
    """Every number on two days, tables entry by entry."""
    pairs = zip(lines(earlier), lines(later), strict=True)
    return [difference for before, after in pairs for difference in _between(before, after)]


def _between(before: Line, after: Line):
    old, new = (each.version.value if each.version else None for each in (before, after))
    return compared(after.parameter, old, new)


def compared(parameter: Parameter, old, new) -> list[Difference]:
    """An old and a new value side by side, tables entry by entry."""
    name = names.label(parameter)
    if not isinstance(old, dict) and not isinstance(new, dict):
        return [Difference(name, parameter.unit, old, new)]
    old, new = old or {}, new or {}
    keys = list(dict.fromkeys([*old, *new]))
    return [Difference(f"{name}: {names.entry_label(key)}", parameter.unit, old.get(key), new.get(key)) for key in keys]
