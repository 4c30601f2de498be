"""The table of levels as it is shown: for the country by region, for a region by district, small counts kept back."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from django.utils.translation import gettext

from family_map.indicators import DIMENSIONS
from family_map.models import LevelCount, Run
from socialcode.counts.suppression import kept_back
from socialcode.engine.registry import registry
from socialcode.law.regions import districts, regions
from socialcode.law.values import values_on

LETTERS = ("A", "B", "C", "D", "E", "")  # the last one: not known
IN_NEED = ("D", "E")
PUBLISHED = Path(__file__).parent / "published.csv"
LEAST = "least_published_families"


def share_of(part, whole) -> Decimal | None:
    """From 0 to 1, to a tenth of a percent; None of nothing."""
    if not whole:
        return None
    tenths = round(Fraction(part) / Fraction(whole) * 1000)
    return Decimal(tenths) / 1000


@dataclass(frozen=True)
class Shown:
    """A count as it may be shown: None where it is kept back. `share` is of the families of the row, from 0 to 1."""

    level: str
    families: int | None
    persons: int | None
    share: Decimal | None


@dataclass(frozen=True)
class Row:
    """A place with its levels in the order of `LETTERS`; `in_need` is the share of families at D and E together."""

    code: str
    name: str
    cells: list[Shown]
    whole: Shown
    in_need: Decimal | None


@dataclass(frozen=True)
class Table:
    """`rows` by place and `whole` for all of them together, as of the run."""

    run: Run
    rows: list[Row]
    whole: Row


@cache
def published() -> dict[str, dict]:
    """The counts of the project document by level."""
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {row["level"]: row | {name: int(row[name]) for name in ("families", "persons")} for row in rows}


def last_run() -> Run | None:
    """The newest run over the country that is finished and counted."""
    return Run.objects.finished().of_the_country().filter(level_counts__isnull=False).distinct().order_by("-pk").first()


def of_country(run: Run) -> Table:
    """The country by region."""
    rows = LevelCount.objects.filter(run=run).values_list("region", "level", "families", "persons")
    return _table(run, rows, {kato: str(region) for kato, region in regions().items()})


def of_region(run: Run, region: str) -> Table:
    """A region by district. Its total per level is not shown where the table of the country keeps it back, for it is
    made of the same rows."""
    found = LevelCount.objects.filter(run=run, region=region)
    rows = list(found.values_list("district", "level", "families", "persons"))
    names = {kato: str(district) for kato, district in districts().items() if district.region == region}
    back = {level for place, level in _back(run, _by_place(_of_all(run))[0]) if place == region}
    return _table(run, rows, names, hidden_totals=back)


def _of_all(run: Run):
    return LevelCount.objects.filter(run=run).values_list("region", "level", "families", "persons")


def _by_place(rows: Iterable[tuple]) -> tuple[Counter, Counter]:
    families, persons = Counter(), Counter()
    for place, level, many, people in rows:
        families[place, level] += many
        persons[place, level] += people
    return families, persons


def _back(run: Run, families: Mapping, hidden_totals: Iterable[str] = ()) -> set:
    places = {place for place, _level in families}
    full = {(place, level): families.get((place, level), 0) for place in places for level in LETTERS}
    return kept_back(full, int(values_on(run.on).value(LEAST)), hidden_totals)


def _table(run: Run, rows: Iterable[tuple], names: dict[str, str], hidden_totals: Iterable[str] = ()) -> Table:
    families, persons = _by_place(rows)
    back = _back(run, families, hidden_totals)
    whole_families, whole_persons = _sums(families), _sums(persons)
    known = [*names, *sorted({place for place, _level in families} - names.keys())]
    shown = [
        _row(place, names.get(place, ""), families, persons, {level for at, level in back if at == place})
        for place in known
        if any(families.get((place, level)) for level in LETTERS)
    ]
    return Table(run, shown, _row("", "", whole_families, whole_persons, set(hidden_totals)))


def _sums(counts: Mapping) -> dict:
    found: dict = defaultdict(int)
    for (_place, level), many in counts.items():
        found["", level] += many
    return found


def _row(place: str, name: str, families: Mapping, persons: Mapping, back: set[str]) -> Row:
    total = sum(families.get((place, level), 0) for level in LETTERS)
    people = sum(persons.get((place, level), 0) for level in LETTERS)
    cells = [
        Shown(level, None, None, None)
        if level in back
        else Shown(
            level,
            families.get((place, level), 0),
            persons.get((place, level), 0),
            share_of(families.get((place, level), 0), total),
        )
        for level in LETTERS
    ]
    needy = [cells[LETTERS.index(level)].share for level in IN_NEED]
    in_need = None if None in needy else sum(needy)
    return Row(place, name, cells, Shown("", total, people, share_of(total, total)), in_need)


@dataclass(frozen=True)
class Contribution:
    """How much a dimension adds to the poverty of the country (M0): the share, from 0 to 1, and its indicators with
    the share of families that lack each."""

    title: str
    share: Decimal
    indicators: list[tuple[str, Decimal]]


def contributions(run: Run) -> list[Contribution]:
    """By Alkire and Foster: the weight of an indicator times the families that are poor and lack it."""
    counted = {each.indicator: each for each in run.indicator_counts.all()}
    families = sum(run.level_counts.values_list("families", flat=True)) or 1
    values, rules = values_on(run.on), registry.levels["wellbeing"].rules_on(run.on)
    raw = {}
    for dimension in DIMENSIONS:
        names = [name for name in dimension.in_force(run.on) if name in counted]
        weight = Fraction(values.value(f"wellbeing.{dimension.weight}")) / max(len(names), 1)
        raw[dimension.name] = sum((weight * counted[name].lacking_and_poor for name in names), Fraction(0))
    whole = sum(raw.values())
    sentences = {name: gettext(rule.sentence) for name, rule in rules.items()}
    return [
        Contribution(
            gettext(dimension.title),
            share_of(raw[dimension.name], whole) or Decimal(0),
            [
                (sentences.get(n, n), share_of(counted[n].lacking, families))
                for n in dimension.in_force(run.on)
                if n in counted
            ],
        )
        for dimension in DIMENSIONS
    ]
