"""Which facts registers fill, and how: formulas whose arguments are named like those of any rule.

An argument is looked for as a step, as what registers give (`Raw`), as `members`, as a fact that was told or filled, or
as a value of the law; `asker` is who asks, and the day is `on`. `members` are the rows of the family, of which every
step and every raw value is a column.
"""

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from ..carriers import UNKNOWN, One
from ..facts import Fact
from ..nation.columns import constant
from ..parameters import Values
from ..plan import of_the_law
from ..problems import near
from ..provision import BEGINNING, Provision

MEMBERS, ON, ASKER = "members", "on", "asker"
LAW = Provision("derived", "", "", BEGINNING)  # has no values of its own: a derivation takes published ones


@dataclass(frozen=True)
class Derivation:
    """A formula under its name; `sentence` explains a fact that it fills. A step fills none."""

    name: str
    formula: Callable
    sentence: str = ""
    arguments: tuple[str, ...] = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "arguments", tuple(inspect.signature(self.formula).parameters))

    @property
    def file(self) -> str:
        return self.formula.__code__.co_filename


@dataclass(frozen=True)
class Raw:
    """What registers give of a person: one value, or rows. Of a child that somebody asks for, the rows of who asks are
    those `of_asker`."""

    name: str
    is_rows: bool = False
    of_asker: bool = False


class Derivations:
    """All derivations, with what registers give."""

    def __init__(self):
        self.steps: dict[str, Derivation] = {}
        self.facts: dict[str, Derivation] = {}
        self.raw: dict[str, Raw] = {}
        self.told: Mapping[str, Fact] = {}  # all facts: one that is an argument was told, or filled before
        self.doubles: list[str] = []
        self._behind: dict[str, frozenset[str]] = {}

    def give(self, *raw: Raw) -> None:
        """Say what registers give."""
        self.raw.update((one.name, one) for one in raw)

    def step(self, name: str = "") -> Callable:
        """Make a function a step, which other derivations name as an argument."""
        return self._marked(self.steps, name, "")

    def fact(self, name: str = "", sentence: str = "") -> Callable:
        """Make a function that ends in `said(...)` what fills a fact; of its own name unless another is given."""
        return self._marked(self.facts, name, sentence)

    def _marked(self, known: dict[str, Derivation], name: str, sentence: str) -> Callable:
        def marked(formula: Callable) -> Callable:
            made = Derivation(name or formula.__name__, formula, sentence)
            first = known.setdefault(made.name, made)
            if first is not made:
                self.doubles.append(f"{made.file}: '{made.name}' is already derived in {first.file}.")
            return formula

        return marked

    def behind(self, fact: str) -> frozenset[str]:
        """Every name that a fact is derived from, directly or by steps."""
        if fact not in self._behind:
            self._behind[fact] = frozenset(self.reached(self.facts[fact].arguments))
        return self._behind[fact]

    def reached(self, names: Iterable[str]) -> set[str]:
        """Some names and all that these are derived from."""
        found, left = set(), list(names)
        while left:
            name = left.pop()
            if name not in found:
                found.add(name)
                left += self.steps[name].arguments if name in self.steps else ()
        return found

    def is_told(self, argument: str) -> bool:
        """Whether an argument is a fact that was told or filled, and not what registers give."""
        return argument in self.told and argument not in self.raw and argument not in self.steps

    def reads_told(self, fact: str) -> bool:
        return any(map(self.is_told, self.facts[fact].arguments))

    def asks_the_family(self, fact: str) -> bool:
        return MEMBERS in self.behind(fact)

    def problems(self, values: Values) -> list[str]:
        """What is wrong, a sentence each: a second derivation of a name, one for no fact, an argument for nothing."""
        lost = [
            f"{one.file}: fills '{name}', which is no fact.{near(name, self.told)}"
            for name, one in self.facts.items()
            if name not in self.told
        ]
        known = {*self.steps, *self.raw, *self.told, MEMBERS, ON, ASKER}
        for one in (*self.steps.values(), *self.facts.values()):
            for argument in one.arguments:
                if argument not in known and LAW.value_name(argument, values.parameters) is None:
                    lost.append(
                        f"{one.file}: '{one.name}' asks for '{argument}', which is nothing.{near(argument, known)}"
                    )
        lost += [
            f"{one.file}: the step '{one.name}' rests on '{argument}', which is told: only a fact may."
            for one in self.steps.values()
            for argument in one.arguments
            if self.is_told(argument)
        ]
        return [*self.doubles, *lost]


def law_for_one(argument: str, values: Values):
    """A value of the law as one citizen's formulas take it."""
    value = of_the_law(argument, LAW, values)
    return UNKNOWN if value is None else value if isinstance(value, dict) else One(value)


def law_for_columns(argument: str, values: Values):
    """The same for a table."""
    return constant(argument, LAW, values)


derivations = Derivations()
step, derive = derivations.step, derivations.fact
