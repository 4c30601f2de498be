"""An invented country as files of registers, part by part, so that it never has to fit into memory."""

import datetime
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from . import belongings, people, standing, work
from .dirt import dirtied
from .families import families
from .members import members
from .numbers import Numbers

FAMILIES_IN_PART = 100_000
FORMATS = ("parquet", "csv")


@dataclass
class Nation:
    """What was made: `rows` and `wrong` by register."""

    families: int
    seed: int
    on: datetime.date
    persons: int = 0
    rows: Counter = field(default_factory=Counter)
    wrong: dict[str, Counter] = field(default_factory=dict)

    def described(self) -> dict:
        """For `nation.json` beside the files."""
        return {
            "invented": "every person, number and address is made up by a program",
            "families": self.families,
            "persons": self.persons,
            "seed": self.seed,
            "on": self.on.isoformat(),
            "rows": dict(self.rows),
            "wrong_on_purpose": {name: dict(kinds) for name, kinds in self.wrong.items()},
        }


def write(nation: Nation, folder: Path, file_format: str, done: Callable[[int], None], part: int = FAMILIES_IN_PART):
    """Write all registers of the country; `done` is told how many families are written. Raises FileExistsError."""
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(folder)
    numbers = Numbers()
    for place, first in enumerate(range(0, nation.families, part), start=1):
        after = min(first + part, nation.families)
        made = families(nation.seed, nation.families, first, after)
        persons = members(nation.seed, made, nation.on)
        persons = persons.with_columns(iin=numbers.give(persons))
        nation.persons += persons.height
        for name, clean in _registers(nation, persons):
            rows, wrong = dirtied(name, clean, nation.seed, first)
            nation.rows[name] += rows.height
            nation.wrong.setdefault(name, Counter()).update(wrong)
            _write_part(rows, folder / name / f"part-{place:04d}.{file_format}", file_format)
        done(after)
    (folder / "nation.json").write_text(json.dumps(nation.described(), indent=2, ensure_ascii=False) + "\n", "utf-8")


def _registers(nation: Nation, persons: pl.DataFrame):
    """The rows of each register, one register after another."""
    seed, on = nation.seed, nation.on
    persons = work.with_work(seed, persons)
    yield "person", people.persons(seed, persons, on)
    yield "membership", people.memberships(seed, persons, on)
    yield "representation", people.ties(persons, on)
    yield "address", people.addresses(seed, persons, on)
    yield "employment", work.employment(seed, persons, on)
    earned = work.incomes(seed, persons, on)
    with_disability = standing.disabilities(seed, persons, on)
    paid = standing.benefits(persons, with_disability)
    yield "income", pl.concat([earned, work.pensions_and_benefits(seed, persons, paid, on)])
    yield "contribution", work.contributions(earned)
    yield "study", standing.studies(seed, persons, on)
    yield "disability", with_disability
    yield "health", standing.health(seed, persons, on)
    yield "property", belongings.property_owned(seed, persons, on)
    yield "loan", belongings.loans(seed, persons, on)


def _write_part(rows: pl.DataFrame, file: Path, file_format: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if file_format == "csv":
        rows.write_csv(file)
    else:
        rows.write_parquet(file, compression="zstd", statistics=False, row_group_size=250_000)


def default_day() -> datetime.date:
    """The first day of this month, so that a seed gives the same country all month."""
    return datetime.date.today().replace(day=1)  # noqa: DTZ011
