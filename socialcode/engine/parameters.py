"""The law's dated values: read from text exactly, in force by date and region.

A value has only a start: the version that began last is in force, so gaps and overlaps cannot be written.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

import yaml

from socialcode.yaml_file import Loader

HISTORY = "_history"
DETAILS = ("label", "article", "unit", "checked", "act", "source", "same_as", "yearly")

Value = Decimal | datetime.date | str | dict


@dataclass(frozen=True)
class Version:
    """A value from a day on, of one region or the country, with the act that sets it and where it was read."""

    since: datetime.date
    value: Value
    region: str = ""
    act: str = ""
    source: str = ""
    status: str = "confirmed"


@dataclass(frozen=True)
class Parameter:
    """One value of the law with all its versions, oldest first. A `yearly` one is set anew for every year: what was set
    for one year says nothing of the next."""

    name: str
    label: str = ""
    article: str = ""
    unit: str = ""
    checked: datetime.date | None = None
    versions: tuple[Version, ...] = ()
    same_as: str = ""
    yearly: bool = False

    @property
    def kind(self) -> str:
        """ "number", "table" or "date", as its first version is."""
        sample = self.versions[0].value if self.versions else Decimal()
        if isinstance(sample, dict):
            return "table"
        return "date" if isinstance(sample, datetime.date) else "number"

    @property
    def is_regional(self) -> bool:
        """Whether only regions publish it, so that it is unknown for the country."""
        return not self.same_as and all(version.region for version in self.versions)

    def with_versions(self, versions) -> "Parameter":
        return replace(self, versions=tuple(sorted(versions, key=lambda version: (version.region, version.since))))


class ExactLoader(Loader):
    """YAML whose numbers are exact decimals; whole numbers used as table keys stay whole."""

    def construct_mapping(self, node, deep=False):
        mapping = super().construct_mapping(node, deep=True)
        if len(mapping) < len(node.value):
            names = [key.value for key, _value in node.value]
            twice = next((name for name in names if names.count(name) > 1), names)
            raise ValueError(f"'{twice}' is written twice {str(node.start_mark).strip()}")
        return {int(key) if isinstance(key, Decimal) else key: value for key, value in mapping.items()}


def _exact(loader, node) -> Decimal:
    return Decimal(loader.construct_scalar(node).replace("_", ""))


ExactLoader.add_constructor("tag:yaml.org,2002:float", _exact)
ExactLoader.add_constructor("tag:yaml.org,2002:int", _exact)


def read_parameters(path: Path, prefix: str = "") -> dict[str, Parameter]:
    """The parameters of one file; with a prefix, names become `prefix.name`. Raises ValueError with file and name."""
    with path.open(encoding="utf-8") as file:  # its name stands in what YAML says of a mistake
        raw = yaml.load(file, Loader=ExactLoader) or {}  # noqa: S506 - a SafeLoader subclass
    parameters = {}
    for name, body in raw.items():
        full = f"{prefix}.{name}" if prefix else name
        unknown = [key for key in body if not isinstance(key, datetime.date) and key not in DETAILS]
        if unknown:
            raise ValueError(f"{path}: {name}: '{unknown[0]}' is neither a date nor one of {', '.join(DETAILS)}")
        details = {key: body[key] for key in DETAILS if key in body and key not in ("act", "source")}
        origin = {key: body[key] for key in ("act", "source") if key in body}
        versions = [_version(since, body[since], origin) for since in body if since not in DETAILS]
        parameters[full] = Parameter(full, **details).with_versions(versions)
    return parameters


def _version(since: datetime.date, raw, origin: Mapping[str, str]) -> Version:
    own = raw if isinstance(raw, dict) and "value" in raw else {"value": raw}
    return Version(since, **{**origin, **own})


@dataclass(frozen=True, eq=False)
class Values:
    """All values as seen on one date in one region (its own figures first, then the nation's).

    Of a year for which a yearly value is not set, it is unknown, unless the newest one `carries_on`: for an outlook
    that says so.
    """

    parameters: Mapping[str, Parameter]
    on: datetime.date
    region: str = ""
    carries_on: bool = False
    _seen: dict = field(default_factory=dict, repr=False, init=False)

    def seen_on(self, day: datetime.date) -> "Values":
        """The same as seen on another day."""
        return replace(self, on=day)

    def history(self, name: str) -> tuple[Version, ...]:
        """Every version of a value, oldest first; empty if the value is not known at all."""
        parameter = self.parameters.get(name)
        if parameter is None:
            return ()
        if parameter.same_as:
            return self.history(parameter.same_as)
        regional = tuple(v for v in parameter.versions if v.region and v.region == self.region)
        return regional or tuple(v for v in parameter.versions if not v.region)

    def version(self, name: str) -> Version | None:
        """The version in force, or None."""
        if name not in self._seen:
            begun = [version for version in self.history(name) if version.since <= self.on]
            ended = begun and self.lapses(name) and begun[-1].since.year < self.on.year
            self._seen[name] = begun[-1] if begun and not ended else None
        return self._seen[name]

    def lapses(self, name: str) -> bool:
        """Whether a version of the value ends with its year."""
        parameter = self.parameters.get(name)
        if parameter is None or self.carries_on:
            return False
        return self.lapses(parameter.same_as) if parameter.same_as else parameter.yearly

    def value(self, name: str) -> Value | None:
        version = self.version(name)
        return version.value if version else None

    def by_start(self, name: str) -> "History":
        """The value of every version by the day it began; None from the day on which a yearly one has ended."""
        key = name, HISTORY
        if key not in self._seen:
            known = {version.since: version.value for version in self.history(name)}
            ends = (datetime.date(since.year + 1, 1, 1) for since in known) if self.lapses(name) else ()
            self._seen[key] = History(dict.fromkeys(ends) | known)
        return self._seen[key]


class History(dict):
    """The values of one parameter by the day they began; equal to itself only, so that work on it can be kept."""

    __eq__, __hash__ = object.__eq__, object.__hash__
