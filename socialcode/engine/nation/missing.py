"""What is still to be asked of each row of a table: as `asking.needed` says of one person."""

from collections.abc import Collection, Iterable

import polars as pl

from ..facts import Fact, Kind
from ..plan import Plan

OPEN, FOREIGN = "open.{}", "foreign.{}"


def missing(plan: Plan, traced: pl.DataFrame, goals: Collection[str]) -> pl.Series:
    """For each row the unknown facts behind those of the goals that are unknown, a list of names in the plan's order.

    `traced` has every fact of the plan and the result of every rule.
    """
    wanted = [name for name in goals if name in plan.rules]
    table = traced.lazy().with_columns(pl.lit(value=False).alias(OPEN.format(name)) for name in plan.rules)
    for level in reversed(plan.levels):
        table = table.with_columns(_waited_for(plan, rule.name, wanted) for rule in level)
    for facts in _leads_first(plan):
        table = table.with_columns(_foreign(plan, fact) for fact in facts)
    names = [
        pl.when(_unknown(fact) & _asked(plan, fact) & ~pl.col(FOREIGN.format(name))).then(pl.lit(name))
        for name, fact in plan.facts.items()
    ]
    listed = pl.concat_list(names).list.drop_nulls() if names else pl.lit(None).cast(pl.List(pl.String))
    return table.select(listed.alias("missing")).collect().to_series()


def _waited_for(plan: Plan, name: str, goals: Collection[str]) -> pl.Expr:
    """Whether a rule is unknown and a goal, or behind one that is waited for."""
    asked_by = [pl.col(OPEN.format(other)) for other in plan.rules if name in plan.inner(other)]
    waited = pl.any_horizontal(pl.lit(name in goals), *asked_by)
    return (waited & pl.col(name).is_null()).alias(OPEN.format(name))


def _asked(plan: Plan, fact: Fact) -> pl.Expr:
    return pl.any_horizontal(
        pl.lit(value=False), *(pl.col(OPEN.format(name)) for name in plan.rules if fact.name in plan.asked_by(name))
    )


def _unknown(fact: Fact) -> pl.Expr:
    value = pl.col(fact.name)
    if fact.kind == Kind.SERIES:
        return value.is_null() | value.list.eval(pl.element().is_null().any()).list.first().fill_null(value=False)
    return value.is_null()


def _foreign(plan: Plan, fact: Fact) -> pl.Expr:
    """Whether it is a follow-up of a lead that was answered otherwise, or that is foreign itself."""
    lead, values = fact.asked_if or ("", ())
    foreign = pl.lit(value=False)
    if lead in plan.facts:
        answered = ~pl.col(lead).is_in(list(values))
        foreign = pl.when(pl.col(lead).is_null()).then(pl.col(FOREIGN.format(lead))).otherwise(answered)
    return foreign.alias(FOREIGN.format(fact.name))


def _leads_first(plan: Plan) -> Iterable[list[Fact]]:
    """The facts in turns: a fact comes after the one it makes sense after."""
    left = dict(plan.facts)
    while left:
        turn = [fact for fact in left.values() if not fact.asked_if or fact.asked_if[0] not in left]
        yield turn
        for fact in turn:
            del left[fact.name]
