"""The table of levels as it is shown: for the country by region, for a region by district, small counts kept back."""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from django.utils.translation import gettext

from family_map.indicators import DIMENSIONS
from family_map.models import LevelCount, Run
from socialcode.counts.nested import TOTAL, kept_back_within
from socialcode.engine.registry import registry
from socialcode.law.regions import districts, regions
from socialcode.law.values import values_on

LETTERS = ("A", "B", "C", "D", "E", "")  # the last one: not known
IN_NEED = ("D", "E")
PUBLISHED = Path(__file__).parent / "published.csv"
LEAST = "least_published_families"


def share_of(part, whole) -> Decimal | None:
    """From 0 to 1, to a tenth of a percent; None of nothing, and of what is not shown."""
    if not whole or part is None:
        return None
    tenths = round(Fraction(part) / Fraction(whole) * 1000)
    return Decimal(tenths) / 1000


@dataclass(frozen=True)
class Shown:
    """A count as it may be shown: None where it is kept back. `share` is of the families of the row, from 0 to 1,
    `share_of_persons` of its persons; None where the row's total is kept back."""

    level: str
    families: int | None
    persons: int | None
    share: Decimal | None
    share_of_persons: Decimal | None


@dataclass(frozen=True)
class Row:
    """A place with its levels in the order of `LETTERS`."""

    code: str
    name: str
    cells: list[Shown]
    whole: Shown

    def in_need(self, share: str = "share") -> Decimal | None:
        """The share at D and E together, of families or (`share_of_persons`) of persons; None where it is kept back."""
        shares = [getattr(self.cells[LETTERS.index(level)], share) for level in IN_NEED]
        return None if None in shares else sum(shares)


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


Kept = set[tuple[tuple[str, ...], object]]


def kept_back(run: Run) -> Kept:
    """What is shown in none of the tables: cells as (path, level), of the country, its regions and their districts."""
    rows = LevelCount.objects.filter(run=run).values_list("region", "district", "level", "families")
    counts = Counter({((region, district), level): many for region, district, level, many in rows})
    places = {path for path, _level in counts}
    full = {(path, level): counts[path, level] for path in places for level in LETTERS}
    return kept_back_within(full, int(values_on(run.on).value(LEAST)))


def of_country(run: Run, kept: Kept) -> Table:
    """The country by region."""
    rows = LevelCount.objects.filter(run=run).values_list("region", "level", "families", "persons")
    return _table(run, rows, {kato: str(region) for kato, region in regions().items()}, (), kept)


def of_region(run: Run, region: str, kept: Kept) -> Table:
    """A region by district."""
    rows = LevelCount.objects.filter(run=run, region=region).values_list("district", "level", "families", "persons")
    names = {kato: str(district) for kato, district in districts().items() if district.region == region}
    return _table(run, rows, names, (region,), kept)


def _by_place(rows: Iterable[tuple]) -> tuple[Counter, Counter]:
    families, persons = Counter(), Counter()
    for place, level, many, people in rows:
        families[place, level] += many
        persons[place, level] += people
    return families, persons


def _table(run: Run, rows: Iterable[tuple], names: dict[str, str], around: tuple[str, ...], kept: Kept) -> Table:
    families, persons = _by_place(rows)
    known = [*names, *sorted({place for place, _level in families} - names.keys())]
    shown = [
        _row(place, names.get(place, ""), families, persons, _of_path((*around, place), kept))
        for place in known
        if any(families[place, level] for level in LETTERS)
    ]
    return Table(run, shown, _row("", "", _sums(families), _sums(persons), _of_path(around, kept)))


def _of_path(path: tuple[str, ...], kept: Kept) -> set:
    return {level for at, level in kept if at == path}


def _sums(counts: Counter) -> Counter:
    found = Counter()
    for (_place, level), many in counts.items():
        found["", level] += many
    return found


def _row(place: str, name: str, families: Counter, persons: Counter, kept: set) -> Row:
    many = {level: families[place, level] for level in LETTERS} | {TOTAL: 0}
    people = {level: persons[place, level] for level in LETTERS} | {TOTAL: 0}
    many[TOTAL], people[TOTAL] = sum(many.values()), sum(people.values())
    whole = (None, None) if TOTAL in kept else (many[TOTAL], people[TOTAL])  # a share would tell it as well

    def shown(level):
        if level in kept:
            return Shown("", None, None, None, None)
        shares = (share_of(part, of) for part, of in zip((many[level], people[level]), whole, strict=True))
        return Shown("" if level is TOTAL else level, many[level], people[level], *shares)

    return Row(place, name, [replace(shown(level), level=level) for level in LETTERS], shown(TOTAL))


@dataclass(frozen=True)
class Contribution:
    """How much a dimension adds to the poverty of the country (M0): the share, from 0 to 1, and its indicators with
    the share of families that lack each, None where they are too few to be shown."""

    title: str
    share: Decimal
    indicators: list[tuple[str, Decimal | None]]


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
    whole, least = sum(raw.values()), int(values.value(LEAST))
    sentences = {name: gettext(rule.sentence) for name, rule in rules.items()}
    return [
        Contribution(
            gettext(dimension.title),
            share_of(raw[dimension.name], whole) or Decimal(0),
            [
                (
                    sentences.get(n, n),
                    None if 0 < counted[n].lacking < least else share_of(counted[n].lacking, families),
                )
                for n in dimension.in_force(run.on)
                if n in counted
            ],
        )
        for dimension in DIMENSIONS
    ]
