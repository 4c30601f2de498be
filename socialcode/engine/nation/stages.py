"""A nation in stages: whom a condition refuses that is cheap to look at, costs nothing more.

What a refusal makes of the other outcomes (no money) is asked of the formulas themselves, once, about one citizen of
whom nothing is known but the refusal. An outcome that a refusal leaves open (a date) is computed for every row.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import polars as pl

from ..carriers import FALSE, TRUE, UNKNOWN, One
from ..citizen import formulas_of
from ..parameters import Values
from ..plan import Plan, plan_for
from ..provision import Provision
from .columns import columns_of

ROW = "row"


class Stage(NamedTuple):
    """The rules computed in it, and the columns that are looked at after it."""

    rules: set[str]
    kept: list[str]


class Stages:
    """How the outcomes of many rows are computed.

    `refusing` has each condition's result that refuses by itself, `settled` the outcomes of whoever is refused.
    """

    def __init__(self, provision: Provision, on: datetime.date, values: Values):
        self.plan, self.columns = plan_for(provision, on), columns_of(provision, on, values)
        self.refusing = _refusing(self.plan)
        found = _of_the_refused(self.plan, formulas_of(provision, on, values).constants)
        self.settled = {name: found[name].it for name in self.plan.outcomes if found[name].it is not None}
        self.open = [name for name in self.plan.outcomes if name not in self.settled]
        ready = self._behind(self.open)
        cheap = [name for name in self.refusing if ready.issuperset(self.plan.inner(name))]
        others = [name for name in self.refusing if name not in cheap]
        self.stages = self._stages([[*self.open, *cheap], *([others] if others else []), list(self.settled)])

    @property
    def save_work(self) -> bool:
        """Whether rows may be left out: not where one is told what others of its family have."""
        return bool(self.refusing) and "eligible" in self.settled and not self.columns.ask_the_family

    def outcomes(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The outcomes of every row, in the order of the frame."""
        left = self.columns.given(frame).with_row_index(ROW)
        found = []
        for stage in self.stages:
            found.append(self.columns.computed(left, stage.rules).select(stage.kept).collect())
            left = self._still_possible(found[-1], stage).lazy()
        return pl.DataFrame([*found[0].select(self.open), *self._spread(found[-1], frame.height)])[self.plan.outcomes]

    def _still_possible(self, found: pl.DataFrame, stage: Stage) -> pl.DataFrame:
        """Without the rows that a condition of the stage refused, if these are so many that leaving them saves work."""
        looked_at = [pl.col(name).ne_missing(self.refusing[name]) for name in stage.rules & self.refusing.keys()]
        if not looked_at:
            return found
        possible = found.select(pl.all_horizontal(looked_at)).to_series()
        return found.filter(possible) if 2 * possible.sum() < len(possible) else found

    def _spread(self, found: pl.DataFrame, height: int) -> Iterator[pl.Series]:
        """What was found of those who may have the right among all rows, of which the others are refused."""
        for name, value in self.settled.items():
            if len(found) == height:
                yield found[name]
            else:
                refused = pl.repeat(value, height, dtype=found.schema[name], eager=True).alias(name)
                yield refused.scatter(found[ROW], found[name])

    def _stages(self, goals: list[list[str]]) -> list[Stage]:
        made, ready = [], set()
        for place, here in enumerate(goals):
            rules = self._behind(here) - ready
            ready |= rules
            later = {goal for after in goals[place + 1 :] for goal in after}
            asked = later | {a for name in self._behind(later) - ready for a in self.plan.rules[name].arguments}
            asked |= set(here) & set(self.plan.outcomes) | rules & self.refusing.keys()
            made.append(Stage(rules, [ROW, *sorted(asked & (ready | self.plan.facts.keys()))]))
        return made

    def _behind(self, goals: Iterable[str]) -> set[str]:
        """The rules that lead to some, and these themselves."""
        found, waiting = set(), list(goals)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self.plan.inner(name)
        return found


def _refusing(plan: Plan) -> dict[str, bool]:
    """Each condition's result that settles `eligible` while all others are unknown."""
    found = {}
    for condition in plan.conditions:
        for result in (TRUE, FALSE):
            others = dict.fromkeys(plan.rules["eligible"].arguments, UNKNOWN)
            if plan.rules["eligible"].formula(*{**others, condition: result}.values()).it is False:
                found[condition] = result.it
    return found


def _of_the_refused(plan: Plan, constants: Mapping) -> dict[str, One | Mapping]:
    """Results of one who is refused, where these rest on the refusal and the law alone; all others are unknown."""
    found = {**constants, **dict.fromkeys([*plan.facts, *plan.rules], UNKNOWN), "eligible": FALSE}
    after = {"eligible"}
    for r in plan.order:
        looks_elsewhere = "first_known" in r.formula.__code__.co_names  # it takes what is unknown for a reason
        if after & set(r.arguments) and not looks_elsewhere:
            after.add(r.name)
            found[r.name] = r.formula(*[found[argument] for argument in r.arguments])
    return found


@lru_cache(maxsize=4096)
def stages_of(provision: Provision, on: datetime.date, values: Values) -> Stages:
    return Stages(provision, on, values)
