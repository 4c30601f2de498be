"""Facts of everybody at once: the same formulas as for one household, on tables of any length."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from ..facts import Fact
from ..parameters import Values
from .derivation import ASKER, MEMBERS, ON, Derivations, law_for_columns
from .many_rows import ROW, Aggregate, Gathering, TableRows
from .one_rows import RECEIPT
from .possible import possible
from .said import SaidColumns

SUBJECT, FAMILY = "subject", "family"
TOLD, BY = "told.{}", "{}.receipt"
PERSON = "person"  # the column of a table that says whose row it is
THERE = "~there"


class _Formulas:
    """The formulas behind some names as columns, each made once, with the aggregates that they rest on."""

    def __init__(self, derivations: Derivations, on: datetime.date, values: Values, mark: str):
        self._derivations, self._values = derivations, values
        self._found: dict[str, Any] = {ON: pl.lit(on), ASKER: pl.col(ASKER)}
        self.gathering = Gathering(mark)

    def value(self, name: str) -> Any:
        if name not in self._found:
            self._found[name] = self._made(name)
        return self._found[name]

    def said(self, fact: str) -> SaidColumns:
        one = self._derivations.facts[fact]
        return one.formula(*[self.value(argument) for argument in one.arguments])

    def _made(self, name: str) -> Any:
        known = self._derivations
        if one := known.steps.get(name):
            return one.formula(*[self.value(argument) for argument in one.arguments])
        if raw := known.raw.get(name):
            return TableRows(self.gathering, name) if raw.is_rows else pl.col(name)
        if name == MEMBERS:
            return TableRows(self.gathering, MEMBERS)
        return pl.col(TOLD.format(name)) if known.is_told(name) else law_for_columns(name, self._values)


@dataclass
class _Turn:
    """Facts that are derived together."""

    said: dict[str, SaidColumns]
    beside: dict[str, pl.Expr]  # steps that are wanted themselves
    gathering: Gathering


class Nation:
    """What registers say of some facts, for any number of persons, or of children with who asks for them.

    Made once for a day; `steps` are wanted beside the facts. A fact that rests on facts told is derived after those
    that registers fill themselves.
    """

    def __init__(
        self,
        derivations: Derivations,
        facts: Mapping[str, Fact],
        on: datetime.date,
        values: Values,
        steps: Collection[str] = (),
    ):
        self._derivations, self._on = derivations, on
        self._facts = {name: fact for name, fact in facts.items() if name in derivations.facts}
        late = {name for name in self._facts if derivations.reads_told(name)}
        self._turns = []
        for mark, names in (("first", self._facts.keys() - late), ("then", late)):
            formulas = _Formulas(derivations, on, values, mark)
            said = {name: formulas.said(name) for name in sorted(names)}
            beside = {} if self._turns else {name: formulas.value(name) for name in steps}
            self._turns.append(_Turn(said, beside, formulas.gathering))
        looked_at = (turn.gathering.looked_at.get(MEMBERS, set()) for turn in self._turns)
        self._asked_of_members = sorted(set().union(*looked_at))
        formulas = _Formulas(derivations, on, values, "member")
        self._of_members = {name: formulas.value(name) for name in self._asked_of_members}
        self._members = formulas.gathering

    @property
    def tables(self) -> dict[str, set[str]]:
        """The tables of rows that have to be read, with their columns besides `person` and the receipt."""
        found = defaultdict(set)
        for gathering in (self._members, *(turn.gathering for turn in self._turns)):
            for table, names in gathering.looked_at.items():
                found[table] |= names - {RECEIPT}
        found.pop(MEMBERS, None)
        return dict(found)

    @property
    def values(self) -> set[str]:
        """What has to be read of each person besides rows."""
        reached = self._derivations.reached(self._asked_of_members)
        for fact in self._facts:
            reached |= self._derivations.behind(fact)
        raw = self._derivations.raw
        return {name for name in reached if name in raw and not raw[name].is_rows} - {ASKER}

    def facts(
        self, persons: pl.DataFrame, tables: Mapping[str, pl.DataFrame], told: Collection[str] = ()
    ) -> pl.DataFrame:
        """A row for each row of `persons`, in their order: every fact, and its receipt under `<fact>.receipt`.

        `persons` has `subject` and `asker` (of whom and for whom facts are asked), `family`, and the raw values by
        name; `told` are those of its columns that are facts. A table has `person`, its columns and `receipt`.
        """
        frame = self._with_told(persons.with_row_index(ROW), told)
        if self._of_members:
            tables = {**tables, MEMBERS: self._members_of(frame, tables)}
        found = frame.select(ROW)
        for turn in self._turns:
            frame = _gathered(frame, turn.gathering, self._derivations, tables)
            said = self._said(frame, turn)
            found = pl.concat([found, said], how="horizontal")
            frame = frame.with_columns(
                pl.coalesce(said[name], pl.col(TOLD.format(name))).alias(TOLD.format(name))
                for name in turn.said
                if TOLD.format(name) in frame.columns
            )
        return found.drop(ROW)

    def _with_told(self, frame: pl.DataFrame, told: Collection[str]) -> pl.DataFrame:
        asked = {name for fact in self._facts for name in self._derivations.behind(fact)}
        return frame.with_columns(
            (pl.col(name) if name in told else pl.lit(None))
            .cast(self._derivations.told[name].column)
            .alias(TOLD.format(name))
            for name in sorted(asked)
            if self._derivations.is_told(name)
        )

    def _said(self, frame: pl.DataFrame, turn: _Turn) -> pl.DataFrame:
        """The turn's facts as far as they can be at all, with their receipts."""
        values = [one.value.cast(self._facts[name].column).alias(name) for name, one in turn.said.items()]
        receipts = [one.receipt.alias(BY.format(name)) for name, one in turn.said.items()]
        checked = [
            pl.when(possible(self._facts[name], pl.col(name), self._on)).then(pl.col(name)).alias(name)
            for name in turn.said
        ]
        beside = [step.alias(name) for name, step in turn.beside.items()]
        return frame.select(*values, *receipts, *beside).with_columns(checked)

    def _members_of(self, frame: pl.DataFrame, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
        known = _gathered(frame, self._members, self._derivations, tables)
        columns = [formula.alias(name) for name, formula in self._of_members.items()]
        return known.filter(pl.col(FAMILY).is_not_null()).select(pl.col(FAMILY).alias(PERSON), *columns)


def _gathered(
    frame: pl.DataFrame, gathering: Gathering, derivations: Derivations, tables: Mapping[str, pl.DataFrame]
) -> pl.DataFrame:
    """The frame with a column for every aggregate, those of one table and depth in one pass."""
    passes: dict[tuple[int, str], list[Aggregate]] = defaultdict(list)
    for one in gathering.made.values():
        passes[one.depth, one.table].append(one)
    begun = set()
    for (depth, table), aggregates in sorted(passes.items(), key=lambda pair: pair[0]):
        if depth not in begun:
            begun.add(depth)
            frame = _with_own(frame, gathering, depth - 1)
        beside = gathering.rows_behind(aggregates)
        frame = _with(frame, aggregates, tables[table], _key(table, derivations), beside)
    return frame


def _with_own(frame: pl.DataFrame, gathering: Gathering, depth: int) -> pl.DataFrame:
    """The frame with what is computed of each person after the aggregates of a depth, one after another."""
    for name, one in gathering.of_persons.items():
        if one.depth == depth:
            frame = frame.with_columns(one.found.alias(name))
    return frame


def _key(table: str, derivations: Derivations) -> str:
    """The column of persons that says whose rows of a table are theirs."""
    if table == MEMBERS:
        return FAMILY
    return ASKER if derivations.raw[table].of_asker else SUBJECT


def _with(
    frame: pl.DataFrame, aggregates: list[Aggregate], rows: pl.DataFrame, key: str, of_rows: Mapping[str, pl.Expr]
) -> pl.DataFrame:
    """The frame with aggregates of one table; `of_rows` are computed of its rows before, in turn."""
    table = aggregates[0].table
    beside = sorted({name for one in aggregates for name in one.rests_on})
    flat = rows.rename({name: f"{table}.{name}" for name in rows.columns if name != PERSON})
    owners = frame.select(ROW, pl.col(key).alias(PERSON), *beside)
    owned = flat.join(owners, on=PERSON, how="inner", maintain_order="left")
    for name, one in of_rows.items():
        owned = owned.with_columns(one.alias(name))
    found = owned.group_by(ROW).agg(
        pl.lit(True).first().alias(THERE), *(one.found.alias(one.name) for one in aggregates)
    )
    filled = (
        pl.when(pl.col(THERE).is_null()).then(one.empty).otherwise(pl.col(one.name)).alias(one.name)
        for one in aggregates
    )
    return frame.join(found, on=ROW, how="left", maintain_order="left").with_columns(*filled).drop(THERE)
