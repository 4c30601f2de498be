"""One citizen, with the family where a word asks for it: the formulas run on exact values."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from .carriers import UNKNOWN, Each, One
from .facts import Fact
from .parameters import Values
from .plan import Plan, of_the_law, plan_for
from .provision import Provision, Rule

NOTHING: Mapping[str, One] = {}


class Kept:
    """What is found once for many rows, such as those of one family in many months: a formula that is handed the very
    same again gives the same again, and an answer is read once. It lives as long as the rows are computed."""

    def __init__(self):
        self._results: dict[tuple, tuple[Any, tuple]] = {}
        self._answers: dict[tuple[str, int], tuple[datetime.date, Any, One]] = {}

    def result(self, formula: Callable, handed: tuple) -> Any:
        """What the formula gives for what it is handed."""
        key = (formula, *map(id, handed))  # what was handed is kept, so that no other value comes to its place
        found = self._results.get(key)
        if found is None:
            found = self._results[key] = (formula(*handed), handed)
        return found[0]

    def answer(self, fact: Fact, raw: Any, on: datetime.date) -> One:
        """An answer to a fact: what can be read on a day can be read on every later one. Raises FactError."""
        if raw is None:
            return UNKNOWN
        since, _raw, read = self._answers.get((fact.name, id(raw)), (datetime.date.max, None, UNKNOWN))
        if on < since:
            read = One(fact.read(raw, on))
            self._answers[fact.name, id(raw)] = (on, raw, read)
        return read


@dataclass(frozen=True)
class Case:
    """What is asked: some provisions, the facts known of a person or child, the day, and the law of that day.

    `others` is what is known of the other rows of the family, for the words that look at all of them. `answered_on` is
    the day of the answers where it is a later one.
    """

    provisions: Sequence[Provision]
    known: Mapping[str, Any]
    on: datetime.date
    values: Values
    others: Sequence[Mapping[str, Any]] = ()
    answered_on: datetime.date | None = None


@dataclass(frozen=True)
class _Way:
    """The formulas that some rules rest on, in order, and the facts that they ask for."""

    steps: list[tuple[str, Callable, Callable]]
    facts: list[Fact]

    @classmethod
    def to(cls, names: frozenset[str], plan: Plan) -> "_Way | None":
        if not names <= plan.rules.keys():
            return None
        needed, left = set(), [*names]
        while left:
            name = left.pop()
            needed.add(name)
            left += [inner for inner in plan.inner(name) if inner not in needed]
        asked = dict.fromkeys(fact for name in needed for fact in plan.asked_by(name))
        return cls([_step(r) for r in plan.order if r.name in needed], [plan.facts[name] for name in asked])


class Formulas:
    """A provision's formulas in the order of its plan with the names of what each is handed, found once for a day."""

    def __init__(self, provision: Provision, on: datetime.date, values: Values):
        self._plan = plan = plan_for(provision, on)
        self._ways: dict[frozenset[str], _Way | None] = {}
        self.facts = tuple(plan.facts)
        self.shown = ("on", *self.facts, *(r.name for r in plan.order))
        self.steps = [_step(r) for r in plan.order]
        asked = {argument for r in plan.order for argument in r.arguments} - plan.rules.keys() - plan.facts.keys()
        self.constants = {name: _carried(of_the_law(name, provision, values)) for name in asked - {"on"}}
        self.constants["on"] = _carried(on)

    def computed(self, facts: Mapping[str, One], kept: Kept, fixed: Mapping[str, One] = NOTHING) -> dict[str, Any]:
        """Facts and results of one row, by name, as plain values; None is unknown. `fixed` are results by their rule's
        name that are not computed."""
        found = {**self.constants, **{name: facts[name] for name in self.facts}, **fixed}
        for name, formula, picked in self.steps:
            if name not in found:
                found[name] = kept.result(formula, picked(found))
        return {name: found[name].it for name in self.shown}

    def some(self, names: frozenset[str], known: Mapping[str, Any], kept: Kept) -> dict[str, Any] | None:
        """What some of the rules come to from what is known of one row, with nothing computed that they do not rest on.
        None where one of them is no rule of the day. Raises FactError for a wrong answer."""
        if names not in self._ways:
            self._ways[names] = _Way.to(names, self._plan)
        way = self._ways[names]
        if way is None:
            return None
        on = self.constants["on"].it
        found = {**self.constants, **{fact.name: kept.answer(fact, known.get(fact.name), on) for fact in way.facts}}
        for name, formula, picked in way.steps:
            found[name] = kept.result(formula, picked(found))
        return {name: found[name].it for name in names}

    def computed_together(self, rows: Sequence[Mapping[str, One]]) -> list[dict[str, Any]]:
        """The same for all rows of a family."""
        found = {name: self._for_each(value, len(rows)) for name, value in self.constants.items()}
        found |= {name: Each([row[name] for row in rows]) for name in self.facts}
        for name, formula, picked in self.steps:
            found[name] = formula(*picked(found))
        return [{name: found[name].rows[place].it for name in self.shown} for place in range(len(rows))]

    @staticmethod
    def _for_each(value, count: int):
        return Each([value] * count) if isinstance(value, One) else value


def _step(rule: Rule) -> tuple[str, Callable, Callable]:
    return rule.name, rule.formula, _picks(rule.arguments)


def _picks(names: Sequence[str]) -> Callable[[Mapping], tuple]:
    """Takes what has these names out of a mapping."""
    if len(names) > 1:
        return itemgetter(*names)
    return (lambda found: (found[names[0]],)) if names else (lambda _found: ())


def _carried(value) -> One | Mapping:
    return UNKNOWN if value is None else value if isinstance(value, dict) else _one(repr(value), value)


@lru_cache(maxsize=4096)
def _one(_written: str, value) -> One:
    """The same object for a value on every day, so that what rests on it is known to be the same."""
    return One(value)


@lru_cache(maxsize=4096)
def formulas_of(provision: Provision, on: datetime.date, values: Values) -> Formulas:
    return Formulas(provision, on, values)


def rows_of(case: Case, kept: Kept | None = None) -> list[dict[str, Any]]:
    """For each provision of a case: the facts and results of its row by name. Facts that none knows are left.

    `kept` is given by who computes many cases."""
    kept = kept or Kept()
    known = _read(case.known, case, kept)
    if case.others:
        family = [known, *(_read(other, case, kept) for other in case.others)]
        return [formulas_of(p, case.on, case.values).computed_together(family)[0] for p in case.provisions]
    return [formulas_of(p, case.on, case.values).computed(known, kept) for p in case.provisions]


def row_with(case: Case, fixed: Mapping[str, Any]) -> dict[str, Any]:
    """The row of the one provision of a case, with results of some of its rules given instead of computed."""
    (provision,) = case.provisions
    given = {name: One(value) for name, value in fixed.items()}
    kept = Kept()
    return formulas_of(provision, case.on, case.values).computed(_read(case.known, case, kept), kept, given)


def _read(known: Mapping[str, Any], case: Case, kept: Kept) -> dict[str, One]:
    """The answers of one row to every fact the provisions know. Raises FactError for a wrong one."""
    facts = {name: fact for provision in case.provisions for name, fact in provision.facts.items()}
    on = case.answered_on or case.on
    return {name: kept.answer(fact, known.get(name), on) for name, fact in facts.items()}
