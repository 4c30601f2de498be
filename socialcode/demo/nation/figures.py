"""The figures an invented country is made after. Each stands in `figures.csv` with date, source and certainty."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "figures.csv"
LAST_AGE = 100
CERTAINTIES = ("official", "press", "derived", "assumed")


@dataclass(frozen=True)
class Figure:
    """A number as it was published; `region` is a KATO code, empty for the country."""

    name: str
    region: str
    value: float
    unit: str
    date: str
    source: str
    certainty: str


@cache
def figures() -> dict[tuple[str, str], Figure]:
    """All figures by name and region."""
    with FILE.open(encoding="utf-8", newline="") as file:
        read = (Figure(**row | {"value": float(row["value"])}) for row in csv.DictReader(file))
        return {(figure.name, figure.region): figure for figure in read}


def figure(name: str, region: str = "") -> float:
    """One figure; of a region for which none was published, the country's. Raises KeyError for a name nobody has."""
    found = figures()
    return (found.get((name, region)) or found[name, ""]).value


def share(name: str, region: str = "") -> float:
    """A figure in percent as a share of one."""
    return figure(name, region) / 100


def persons_of(region: str) -> float:
    """People of a region, in town and village."""
    found = figures()
    kinds = (found.get((f"{kind}_population", region)) for kind in ("urban", "rural"))
    return sum(each.value for each in kinds if each)


def share_aged(first: int, last: int) -> float:
    """The share of all people who are of these full years, by the projection of 2025."""
    return sum(_projected(age) for age in range(first, last + 1)) / sum(map(_projected, range(LAST_AGE)))


def _projected(age: int) -> float:
    start = age // 5 * 5
    return sum(figure(f"projected_{sex}_{start}-{start + 4}") for sex in ("men", "women")) / 5
