"""One citizen's outcome with its reasons."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from .asking import needed
from .carriers import One
from .citizen import Case, Kept, formulas_of, row_with, rows_of
from .facts import Fact, Kind
from .formula import Part, told
from .parameters import HISTORY, Values, Version
from .plan import Plan, plan_for
from .provision import OUTCOMES, Provision, Withheld
from .text import _

_new = tuple.__new__  # calling a named tuple takes five times as long, and a page makes thousands


class Input(NamedTuple):
    """One argument of a step: a fact, a value of the law (with its version) or an earlier step."""

    name: str
    label: str
    unit: str = ""
    fact: Fact | None = None
    version: Version | None = None
    value: Any = None


class Step(NamedTuple):
    """One rule with its sentence, what went in and what came out."""

    name: str
    sentence: str
    article: str
    unit: str
    otherwise: str
    is_condition: bool
    inputs: tuple[Input, ...]
    result: Any


@dataclass(frozen=True)
class Explanation:
    """One outcome with its reasons. `outcome` is entitled, likely (something is unknown) or refused.

    `applicant_counts` says of a payment that a family shares whether the applicant is a member who could take another
    one instead. `unknown` are the facts to ask for; `gaps` the steps for which no figure of the law is known, whatever
    is asked. Steps are put into words when somebody reads them: of a table of many months most are never read.
    """

    provision: Provision
    on: datetime.date
    outcome: str
    amount: int | None
    net_amount: int | None
    starts_on: datetime.date | None
    ends_on: datetime.date | None
    apply_by: datetime.date | None
    applicant_counts: bool | None
    _row: Mapping[str, Any] = field(repr=False)
    _values: Values = field(repr=False)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return steps_of(self.provision, self._row, self.on, self._values)

    @property
    def unknown(self) -> tuple[Fact, ...]:
        unknown, _gaps = self._missing
        return tuple(fact for fact in self._plan.facts.values() if fact.name in unknown)

    @property
    def gaps(self) -> tuple[Step, ...]:
        _unknown, gaps = self._missing
        return tuple(step for step in self.steps if step.name in gaps) if gaps else ()

    @cached_property
    def _missing(self) -> tuple[dict, dict]:
        return needed(self._plan, self._row)

    @property
    def _plan(self) -> Plan:
        return plan_for(self.provision, self.on)

    @property
    def known(self) -> dict[str, Any]:
        """The facts that it stands on, as read; None of those not known."""
        return {name: self._row[name] for name in self.provision.facts if name in self._row}

    @property
    def values(self) -> Values:
        """The law of the day asked about."""
        return self._values

    @property
    def conditions(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.is_condition)

    def result(self, name: str) -> Any:
        """What one rule comes to, without putting the steps into words; None is unknown."""
        return self._row[name]

    def formula(self, name: str) -> Part | None:
        """What a rule's formula did with its values; None where that cannot be read."""
        if name not in self._formulas:
            rule, constants = self._plan.rules[name], formulas_of(self.provision, self.on, self._values).constants
            handed = {a: constants[a] if a in constants else One(self._row[a]) for a in rule.arguments}
            arguments = dict(zip(rule.parameters, rule.arguments, strict=True))
            self._formulas[name] = told(rule.formula, arguments, handed)
        return self._formulas[name]

    @cached_property
    def _formulas(self) -> dict[str, Part | None]:
        return {}

    @cached_property
    def lacking(self) -> tuple[str, ...]:
        """The names of the conditions that are not met."""
        return tuple(name for name in self._plan.conditions if self._row[name] is False)

    @property
    def met(self) -> list[tuple[str, str]]:
        """Name and sentence of the conditions that are met, without the figures behind them."""
        plan = self._plan
        return [(name, plan.rules[name].sentence) for name in plan.conditions if self._row[name] is True]

    @property
    def one_act_away(self) -> tuple[Fact, ...]:
        """What the person would change by an act of their own, where that is all that is missing."""
        facts = self._plan.rules[self.lacking[0]].in_reach if len(self.lacking) == 1 else ()
        return tuple(self.provision.facts[name] for name in facts if name in self.provision.facts)

    def if_done(self, act: Collection[Fact]) -> "Explanation":
        """The same by the same law once the person has acted: yes to what was no, and today as its day."""
        done = {fact.name: self.on if fact.kind == Kind.DATE else True for fact in act}
        return explain(self.provision, {**self.known, **done}, self.on, self._values)

    def facts_behind(self, name: str) -> list[Fact]:
        """The facts that a rule rests on, directly or by earlier steps."""
        plan = self._plan
        asked = [plan.facts[fact] for fact in plan.asked_by(name)]
        return [*asked, *(fact for inner in plan.inner(name) for fact in self.facts_behind(inner))]

    def is_step(self, name: str) -> bool:
        """Whether a rule works it out; else it is a fact or a value of the law."""
        return name in self._plan.rules

    def unit_of(self, name: str) -> str:
        """The unit of a rule's result; empty of tenge and of what has none."""
        return self._plan.rules[name].unit

    def input(self, name: str) -> Input:
        """What is said of a fact, a value of the law or an earlier step, with its value."""
        _name, head, ready = _input(name, self.provision, self._plan, self._values)
        return ready or Input(*head, self._row[name])

    def excludes(self, other: "Explanation") -> bool:
        """Whether only one of the two can be had: one of them says so, and the rule of neither lets both stand."""
        mine, theirs = self.provision, other.provision
        if theirs.name not in mine.excluded and mine.name not in theirs.excluded:
            return False
        pairs = ((self, theirs.name), (other, mine.name))
        said = [(right, one) for right, name in pairs for one in right.provision.excludes if one.provision == name]
        return not any(one.unless and right.result(one.unless) for right, one in said)

    @property
    def estimate(self) -> int | None:
        """What it would be with a figure that can only be estimated, while the amount is unknown; None without one."""
        return self._row.get("estimate") if self.amount is None and self.outcome != "refused" else None

    @property
    def in_hand(self) -> int | None:
        """What reaches the person; None while it is not known what is withheld."""
        return self.net_amount if "net_amount" in self.provision.rules else self.amount

    def in_hand_of(self, amount: int | Decimal | None) -> Decimal | int | None:
        """What would reach the person of another amount than was computed, by the same rules."""
        if amount is None or "net_amount" not in self.provision.rules:
            return amount
        case = Case([self.provision], self.known, self.on, self._values)
        return row_with(case, {"amount": Decimal(amount)})["net_amount"]

    @property
    def withheld(self) -> tuple[Withheld, str, Decimal | None] | None:
        """What can be taken off the amount, the article that says so and its rate; None where nothing is ever."""
        found = self._plan.rules.get("net_amount")
        if found is None:
            return None
        version = self._values.version(self.provision.value_name(found.withholds.rate, self._values.parameters))
        return found.withholds, found.article, version and version.value

    @property
    def unmet(self) -> tuple[Step, ...]:
        return tuple(step for step in self.conditions if step.result is False)


def steps_of(provision: Provision, row: Mapping[str, Any], on: datetime.date, values: Values) -> tuple[Step, ...]:
    """The row of a provision put into words, from left to right."""
    return tuple(
        _new(
            Step,
            (*head, tuple([ready or _new(Input, (*told, row[name])) for name, told, ready in inputs]), row[rule]),
        )
        for rule, head, inputs in _outline(provision, on, values)
    )


def explain(provision: Provision, facts: Mapping[str, Any], on: datetime.date, values: Values) -> Explanation:
    """One row with its steps in order, unmet conditions and the unknown facts that still matter."""
    return explain_all([provision], facts, on, values)[0]


def explain_all(
    provisions: Sequence[Provision], facts: Mapping[str, Any], on: datetime.date, values: Values
) -> list[Explanation]:
    """The same for several provisions at once, in their order. Facts that none of them knows are left aside."""
    return explain_cases([Case(provisions, facts, on, values)])[0]


def explain_cases(cases: Sequence[Case]) -> list[list[Explanation]]:
    """The same for many cases (persons, children, days), in their order."""
    kept = Kept()
    rows = ((case, zip(case.provisions, rows_of(case, kept), strict=True)) for case in cases)
    return [[_explained(provision, row, case) for provision, row in computed] for case, computed in rows]


def _explained(provision: Provision, row: Mapping[str, Any], case: Case) -> Explanation:
    outcome = {True: "entitled", False: "refused", None: "likely"}[row["eligible"]]
    return Explanation(
        provision=provision,
        on=case.on,
        outcome=outcome,
        _row=row,
        _values=case.values,
        **{name: row.get(name) for name in OUTCOMES if name != "eligible"},
    )


@lru_cache(maxsize=4096)
def _outline(provision: Provision, on: datetime.date, values: Values) -> list[tuple[str, tuple, list[tuple]]]:
    """For every step in order its rule's name, what is said of it whoever asks, and the same of its inputs."""
    plan = plan_for(provision, on)
    return [
        (
            r.name,
            (r.name, r.sentence, r.article, r.unit, r.otherwise, r.name in plan.conditions),
            [_input(argument, provision, plan, values) for argument in r.arguments],
        )
        for r in plan.order
    ]


def _input(argument: str, provision: Provision, plan: Plan, values: Values) -> tuple[str, tuple, Input | None]:
    """An input's name, what is said of it, and the whole of it where it comes from the law."""
    if argument in plan.rules:
        return argument, Input(argument, plan.rules[argument].sentence, plan.rules[argument].unit)[:-1], None
    if argument == "on":
        return argument, Input(argument, _("the day asked about"))[:-1], None
    if fact := plan.facts.get(argument):
        return argument, Input(argument, fact.label, fact=fact)[:-1], None
    name = provision.value_name(argument, values.parameters)
    parameter, version = values.parameters[name], values.version(name)
    value = version.value if version and not argument.endswith(HISTORY) else None
    return argument, (), Input(argument, parameter.label, parameter.unit, version=version, value=value)
