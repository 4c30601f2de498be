"""Computing provisions: for a table of any length, and for one row with its reasons."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from .facts import Fact, FactError
from .parameters import HISTORY, Values, Version
from .plan import Plan, columns_of, plan_for
from .provision import Provision, Rule
from .text import _

AS_WRITTEN = pl.QueryOptFlags.none()  # where every column is wanted there is nothing to save, only time to lose


def frame_of(provision: Provision, rows: Iterable[Mapping[str, Any]], on: datetime.date) -> pl.DataFrame:
    """Rows of answers as a table, each read by its fact. Raises FactError for an unknown name or a wrong value."""
    read = []
    for row in rows:
        for name in row:
            if name not in provision.facts:
                raise FactError(_("This entitlement does not know a fact called '%(name)s'."), name=name)
        read.append({name: fact.read(row.get(name), on) for name, fact in provision.facts.items()})
    return pl.DataFrame(read, schema={name: fact.column for name, fact in provision.facts.items()})


def trace(provision: Provision, frame: pl.DataFrame, on: datetime.date, values: Values) -> pl.DataFrame:
    """Every rule of the provision as a column beside the facts, one row per row of `frame`, in the same order."""
    return _computed(provision, frame, on, values).collect(optimizations=AS_WRITTEN)


def _computed(provision: Provision, frame: pl.DataFrame, on: datetime.date, values: Values) -> pl.LazyFrame:
    plan = plan_for(provision, on)
    lazy = frame.lazy().with_columns(
        pl.lit(on).alias("on"),
        *(
            (pl.col(name) if name in frame.columns else pl.lit(None)).cast(fact.column).alias(name)
            for name, fact in plan.facts.items()
        ),
    )
    if "family" not in frame.columns:
        lazy = lazy.with_columns(pl.int_range(pl.len()).alias("family"))
    for level in columns_of(provision, on, values):
        lazy = lazy.with_columns(level)
    return lazy


def evaluate(provision: Provision, frame: pl.DataFrame, on: datetime.date, values: Values) -> pl.DataFrame:
    """The outcomes (`eligible`, `amount` in whole tenge, dates) of every row. Facts missing from the frame are unknown.

    Raises NotEncodedError for a day before the provision's law.
    """
    return _computed(provision, frame, on, values).select(plan_for(provision, on).outcomes).collect()


@dataclass(frozen=True)
class Input:
    """One argument of a step: a fact, a value of the law (with its version) or an earlier step."""

    name: str
    label: str
    value: Any
    unit: str = ""
    fact: Fact | None = None
    version: Version | None = None


@dataclass(frozen=True)
class Step:
    name: str
    sentence: str
    article: str
    inputs: tuple[Input, ...]
    result: Any
    unit: str = ""
    otherwise: str = ""
    is_condition: bool = False


@dataclass(frozen=True)
class Explanation:
    """One outcome with its reasons. `outcome` is entitled, likely (something is unknown) or refused."""

    provision: Provision
    on: datetime.date
    outcome: str
    amount: int | None
    net_amount: int | None
    starts_on: datetime.date | None
    ends_on: datetime.date | None
    apply_by: datetime.date | None
    steps: tuple[Step, ...]
    unknown: tuple[Fact, ...]

    @property
    def conditions(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.is_condition)

    @property
    def unmet(self) -> tuple[Step, ...]:
        return tuple(step for step in self.conditions if step.result is False)


def explain(provision: Provision, facts: Mapping[str, Any], on: datetime.date, values: Values) -> Explanation:
    """One row with its steps in order, unmet conditions and the unknown facts that still matter."""
    plan = plan_for(provision, on)
    known = {name: value for name, value in facts.items() if name in provision.facts}
    row = trace(provision, frame_of(provision, [known], on), on, values).row(0, named=True)
    eligible = row["eligible"]
    outcome = {True: "entitled", False: "refused", None: "likely"}[eligible]
    unknown = _needed(plan, row)
    return Explanation(
        provision=provision,
        on=on,
        outcome=outcome,
        steps=tuple(_step(r, provision, plan, row, values) for r in plan.order),
        unknown=tuple(fact for fact in plan.facts.values() if fact.name in unknown),
        **{name: row.get(name) for name in ("amount", "net_amount", "starts_on", "ends_on", "apply_by")},
    )


def _step(r: Rule, provision: Provision, plan: Plan, row: Mapping, values: Values) -> Step:
    inputs = tuple(_input(argument, provision, plan, row, values) for argument in r.arguments)
    return Step(
        r.name, r.sentence, r.article, inputs, row[r.name], r.unit, r.otherwise, is_condition=r.name in plan.conditions
    )


def _input(argument: str, provision: Provision, plan: Plan, row: Mapping, values: Values) -> Input:
    if argument in plan.rules:
        earlier = plan.rules[argument]
        return Input(argument, earlier.sentence, row[argument], earlier.unit)
    if argument == "on":
        return Input(argument, _("the day asked about"), row[argument])
    if fact := plan.facts.get(argument):
        return Input(argument, fact.label, row[argument], fact=fact)
    name = provision.value_name(argument, values.parameters)
    parameter = values.parameters[name]
    version = values.version(name)
    if argument.endswith(HISTORY):
        return Input(argument, parameter.label, None, parameter.unit, version=version)
    return Input(argument, parameter.label, version.value if version else None, parameter.unit, version=version)


def questions(
    provisions: Iterable[Provision],
    known: Mapping[str, Any],
    on: datetime.date,
    values: Values,
    declined: Collection[str] = frozenset(),
) -> list[Fact]:
    """The facts still worth asking, best first: only those that can still change an outcome.

    First come the facts that settle a right, and of these what most undecided provisions wait for; then those that only
    size it. A fact that makes sense after another (`asked_if`) waits for that one. What was declined is not asked.
    """
    rank: dict[str, list[int]] = {}
    catalogue: dict[str, Fact] = {}
    for provision in provisions:
        plan = plan_for(provision, on)
        own = {name: value for name, value in known.items() if name in provision.facts}
        row = trace(provision, frame_of(provision, [own], on), on, values).row(0, named=True)
        settling = _behind(plan, row, ["eligible"])
        for name in _needed(plan, row):
            if name not in declined and plan.facts[name].makes_sense(known):
                catalogue[name] = plan.facts[name]
                settles, waiting = rank.get(name, (0, 0))
                rank[name] = [settles + (name in settling), waiting + 1]
    return sorted(catalogue.values(), key=lambda fact: [-score for score in rank[fact.name]])


def _needed(plan: Plan, row: Mapping[str, Any]) -> list[str]:
    """Unknown facts behind what is not known yet; none once the right is refused."""
    return [] if row["eligible"] is False else _behind(plan, row, plan.outcomes)


def _behind(plan: Plan, row: Mapping[str, Any], goals: Iterable[str]) -> list[str]:
    found: dict[str, None] = {}
    for goal in goals:
        if row[goal] is None:
            for argument in plan.rules[goal].arguments:
                if argument in plan.rules:
                    found |= dict.fromkeys(_behind(plan, row, [argument]))
                elif argument in plan.facts and _is_unknown(row[argument]):
                    found[argument] = None
    return list(found)


def _is_unknown(value: Any) -> bool:
    return value is None or (isinstance(value, list) and None in value)
