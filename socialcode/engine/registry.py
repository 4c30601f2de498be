"""Which provisions, facts and values there are. A provision is found by its file; there is no list to keep."""

import datetime
import difflib
import dis
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from graphlib import CycleError
from pathlib import Path
from types import ModuleType

import polars as pl

from .carriers import WORDS
from .evaluate import trace
from .facts import Fact, Meaning
from .parameters import HISTORY, Parameter, Values, read_parameters
from .plan import plan_for
from .provision import DAYS_TO_DECIDE, PAYS, Provision


class Registry:
    def __init__(self):
        self.provisions: dict[str, Provision] = {}
        self.facts: dict[str, Fact] = {}
        self.parameters: dict[str, Parameter] = {}
        self._values = lru_cache(maxsize=256)(lambda on, region: Values(self.parameters, on, region))
        self._meant: dict[Meaning, Fact] = {}

    def load(self, packages: Iterable[str], figures: Path) -> None:
        """Read published figures from the folder `figures`, then facts, rules and values of the packages."""
        self.__init__()
        for path in sorted(figures.glob("*.yaml")):
            self.parameters |= read_parameters(path)
        for package in packages:
            self._load_facts(package)
        self._meant = {fact.means: fact for fact in self.facts.values() if fact.means}
        for package in packages:
            self._load_rules(package)
        for provision in self.provisions.values():
            asked = {argument for versions in provision.rules.values() for r in versions for argument in r.arguments}
            provision.facts = {name: fact for name, fact in self.facts.items() if name in asked}

    def _load_facts(self, package: str) -> None:
        """Facts stand in `<package>/facts.py`, or in the files of a folder of that name."""
        for module in _modules(f"{package}.facts"):
            self.facts |= {fact.name: fact for fact in module.FACTS}

    def _load_rules(self, package: str) -> None:
        for module in _modules(f"{package}.rules"):
            provision = replace(module.provision)  # one of its own: another registry may know other facts
            provision.adopt(module)
            self.provisions[provision.name] = provision
            own = Path(module.__file__).with_suffix(".yaml")
            if own.exists():
                self.parameters |= read_parameters(own, prefix=provision.name)

    def meant(self, meaning: Meaning) -> Fact:
        """The one fact with a meaning that the portal has to know. Raises KeyError where no department has one."""
        return self._meant[meaning]

    def values(self, on: datetime.date, region: str = "") -> Values:
        """The shipped values on a day, without any administrator's change: one object for a day and region."""
        return self._values(on, region)

    def problems(self, until: datetime.date, parameters: dict[str, Parameter] | None = None) -> list[str]:
        """What is wrong with rules and values, a sentence each, on every day of change up to `until`."""
        known = parameters or self.parameters
        found = [*_one_sided_words(), *self._named_problems(known)]
        return found or [
            sentence for p in self.provisions.values() for sentence in self._dated_problems(p, known, until)
        ]

    def _named_problems(self, parameters) -> Iterator[str]:
        for provision in self.provisions.values():
            yield from self._shape_problems(provision)
            used = {provision.own(DAYS_TO_DECIDE)}
            for name, versions in provision.rules.items():
                starts = [r.since for r in versions]
                if len(set(starts)) < len(starts):
                    yield f"{provision.file}: two versions of '{name}' begin on one day."
                if name in self.facts or name in parameters:
                    yield f"{provision.file}: '{name}' is already the name of a fact or a published figure."
                for r in versions:
                    yield from _written_problems(r)
                    for argument in r.arguments:
                        value = provision.value_name(argument, parameters)
                        used.add(value)
                        if (
                            argument not in provision.rules
                            and argument not in self.facts
                            and not value
                            and argument != "on"
                        ):
                            yield self._misnamed(r, argument, provision, parameters)
            for name in parameters:
                if name.startswith(f"{provision.name}.") and name not in used:
                    yield f"{Path(provision.file).with_suffix('.yaml')}: no rule asks for '{name.split('.')[1]}'."

    def _shape_problems(self, provision: Provision) -> Iterator[str]:
        if missing := provision.needed_outcomes - provision.rules.keys():
            yield f"{provision.file}: a provision that pays '{provision.pays}' needs the rules {sorted(missing)}."
        if provision.pays not in PAYS:
            yield f"{provision.file}: pays '{provision.pays}' is none of {', '.join(PAYS)}."
        followed = (name for follows in provision.follows for name in follows.provisions)
        for other in (*provision.excludes, *provision.counts_towards, *followed):
            if other not in self.provisions:
                yield f"{provision.file}: names the provision '{other}', which does not exist."
        for follows in provision.follows:
            if follows.fact not in provision.facts:
                yield f"{provision.file}: follows with '{follows.fact}', for which none of its rules asks."

    def _misnamed(self, r, argument, provision, parameters) -> str:
        own = [name.split(".")[1] for name in parameters if name.startswith(f"{provision.name}.")]
        figures = [name for name in parameters if "." not in name]
        near = difflib.get_close_matches(argument, [*provision.rules, *own, *figures, *self.facts], n=1)
        hint = f" Did you mean '{near[0]}'?" if near else ""
        return f"{r.file}: {r.formula.__name__} asks for '{argument}', which is no rule, value, figure or fact.{hint}"

    def _dated_problems(self, provision: Provision, parameters, until: datetime.date) -> Iterator[str]:
        for on in self.days_of_change(provision, parameters, until):
            try:
                plan = plan_for(provision, on)
            except CycleError as error:
                yield f"{provision.file}: rules wait for each other in a circle: {' > '.join(error.args[1])}."
                return
            values = Values(parameters, on)
            asked = {a for r in plan.order for a in r.arguments if a not in plan.rules and a not in plan.facts}
            missing = [a for a in sorted(asked - {"on"}) if not self._resolves(provision, a, values)]
            yield from (f"{provision.file}: no value of '{argument}' is in force on {on}." for argument in missing)
            if not missing:
                yield from self._typed_problems(provision, on, values)

    def _resolves(self, provision, argument, values) -> bool:
        """Whether a value is in force, or its history known, or left to regions (unknown for the country)."""
        name = provision.value_name(argument, values.parameters)
        if not name:
            return False
        if "." not in name and values.parameters[name].is_regional:
            return True
        return bool(values.history(name) if argument.endswith(HISTORY) else values.version(name))

    def _typed_problems(self, provision, on, values) -> Iterator[str]:
        empty = pl.DataFrame(schema={name: fact.column for name, fact in provision.facts.items()})
        for name, kind in trace(provision, empty, on, values).schema.items():
            if name in ("amount", "net_amount") and not kind.is_integer():
                yield f"{provision.file}: '{name}' must end in whole tenge, rounded by a word for it."

    def days_of_change(self, provision: Provision, parameters, until: datetime.date) -> list[datetime.date]:
        """Every day from the provision's start on which a rule or a value it asks for changes."""
        asked = {a for versions in provision.rules.values() for r in versions for a in r.arguments}
        names = {provision.value_name(argument, parameters) for argument in asked} - {None}
        changes = {version.since for name in names for version in Values(parameters, until).history(name)}
        changes |= {r.since for versions in provision.rules.values() for r in versions}
        return sorted({provision.since} | {day for day in changes if provision.since < day <= until})


def _modules(room: str) -> Iterator[ModuleType]:
    """A file's module, or those of all files in a folder; nothing where there is no such room."""
    if not importlib.util.find_spec(room):
        return
    module = importlib.import_module(room)
    if not hasattr(module, "__path__"):
        yield module
        return
    for found in pkgutil.iter_modules(module.__path__):
        yield importlib.import_module(f"{room}.{found.name}")


def _one_sided_words() -> Iterator[str]:
    for name, word in WORDS.items():
        if not word.has_both_carriers:
            yield f"The word '{name}' works on columns only: say what it does with one value."


def _written_problems(r) -> Iterator[str]:
    """What a column's type no longer shows once it is rounded: inexact numbers and divisions that a zero would stop."""
    code = r.formula.__code__
    for number in code.co_consts:
        if isinstance(number, float):
            yield f"{r.file}: {code.co_name} contains {number}: a number of the law belongs in the YAML file."
    if any(step.opname == "BINARY_OP" and step.argrepr == "/" for step in dis.get_instructions(code)):
        yield f"{r.file}: {code.co_name} divides with '/': use the word ratio, which survives a zero."


registry = Registry()
