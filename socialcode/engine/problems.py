"""What is wrong with words, rules, facts and values, a sentence each: it is said at start-up, not to a citizen."""

import ast
import datetime
import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from graphlib import CycleError
from pathlib import Path

import polars as pl

from .carriers import WORDS
from .citizen import Case, rows_of
from .facts import Fact
from .nation.evaluate import trace
from .parameters import HISTORY, Parameter, Values
from .plan import plan_for
from .provision import DAYS_TO_DECIDE, PAYS, Provision, Rule


class Problems:
    """Looks at provisions and facts with the law's values, on every day of change up to `until`."""

    def __init__(
        self,
        provisions: Mapping[str, Provision],
        facts: Mapping[str, Fact],
        parameters: Mapping[str, Parameter],
        until: datetime.date,
    ):
        self.provisions, self.facts, self.parameters, self.until = provisions, facts, parameters, until

    def __iter__(self) -> Iterator[str]:
        """Days are looked at only where all names fit."""
        named = [*_one_sided_words(), *self._lost_facts(), *self._named(), *self._written()]
        yield from named or (sentence for p in self.provisions.values() for sentence in self._dated(p))

    def _lost_facts(self) -> Iterator[str]:
        for fact in self.facts.values():
            for name in fact.says_paid:
                if name not in self.provisions:
                    yield f"The fact '{fact.name}' names the provision '{name}', which does not exist."
            for other in (*fact.asked_if[:1], *fact.before, *filter(None, [fact.instead_of])):
                if other not in self.facts:
                    hint = near(other, self.facts)
                    yield f"The fact '{fact.name}' names the fact '{other}', which does not exist.{hint}"

    def _named(self) -> Iterator[str]:
        for provision in self.provisions.values():
            yield from self._shape(provision)
            yield from self._beside(provision)
            yield from _misplaced(provision)
            used = {provision.own(DAYS_TO_DECIDE)}
            for name, versions in provision.rules.items():
                if name in self.facts or name in self.parameters:
                    yield f"{provision.file}: '{name}' is already the name of a fact or a published figure."
                for r in versions:
                    used |= {provision.value_name(argument, self.parameters) for argument in r.arguments}
                    yield from self._asked_in_vain(r, provision)
            for name in self.parameters:
                if name.startswith(f"{provision.name}.") and name not in used:
                    yield f"{Path(provision.file).with_suffix('.yaml')}: no rule asks for '{name.split('.')[1]}'."

    def _shape(self, provision: Provision) -> Iterator[str]:
        if missing := provision.needed_outcomes - provision.rules.keys():
            yield f"{provision.file}: a provision that pays '{provision.pays}' needs the rules {sorted(missing)}."
        if provision.pays not in PAYS:
            yield f"{provision.file}: pays '{provision.pays}' is none of {', '.join(PAYS)}."
        if provision.members_out and provision.members_out not in self.facts:
            yield f"{provision.file}: names the fact '{provision.members_out}', which does not exist."
        for name, _article in provision.met_when_asked:
            if name not in provision.rules:
                yield f"{provision.file}: says when '{name}' is met, which is none of its rules."

    def _beside(self, provision: Provision) -> Iterator[str]:
        changing = (*provision.follows, *provision.told)
        followed = (name for changes in changing for name in changes.provisions)
        for other in (*provision.excluded, *provision.counts_towards, *followed):
            if other not in self.provisions:
                yield f"{provision.file}: names the provision '{other}', which does not exist."
        for one in provision.excludes:
            for name in (one.unless, one.changes_over):
                if name and name not in provision.rules:
                    yield f"{provision.file}: excludes by '{name}', which is none of its rules."
        for declared in (*provision.excludes, *changing):
            if not declared.article:
                yield f"{provision.file}: names no article for {declared}."
        for changes in changing:
            if changes.fact not in provision.facts:
                yield f"{provision.file}: follows with '{changes.fact}', for which none of its rules asks."

    def _asked_in_vain(self, r: Rule, provision: Provision) -> Iterator[str]:
        for argument in r.arguments:
            known = argument in provision.rules or argument in self.facts or argument == "on"
            if not known and not provision.value_name(argument, self.parameters):
                own = [name.split(".")[1] for name in self.parameters if name.startswith(f"{provision.name}.")]
                figures = [name for name in self.parameters if "." not in name]
                hint = near(argument, [*provision.rules, *own, *figures, *self.facts])
                asks = f"{r.file}: {r.formula.__name__} asks for '{argument}'"
                yield f"{asks}, which is no rule, value, figure or fact.{hint}"

    def _written(self) -> Iterator[str]:
        rules = (r for p in self.provisions.values() for versions in p.rules.values() for r in versions)
        for file in sorted({r.file for r in rules}):
            yield from _written_in(file)

    def _dated(self, provision: Provision) -> Iterator[str]:
        for on in days_of_change(provision, self.parameters, self.until):
            try:
                plan = plan_for(provision, on)
            except CycleError as error:
                yield f"{provision.file}: rules wait for each other in a circle: {' > '.join(error.args[1])}."
                return
            values = Values(self.parameters, on)
            asked = {a for r in plan.order for a in r.arguments if a not in plan.rules and a not in plan.facts}
            missing = [a for a in sorted(asked - {"on"}) if not self._resolves(provision, a, values)]
            yield from (f"{provision.file}: no value of '{argument}' is in force on {on}." for argument in missing)
            if not missing:
                yield from self._computed(provision, on, values)

    def _resolves(self, provision: Provision, argument: str, values: Values) -> bool:
        """Whether a value is in force, or its history known, or left to regions or to the law of each year."""
        name = provision.value_name(argument, self.parameters)
        if not name:
            return False
        if values.lapses(name) or ("." not in name and self.parameters[name].is_regional):
            return True
        return bool(values.history(name) if argument.endswith(HISTORY) else values.version(name))

    def _computed(self, provision: Provision, on: datetime.date, values: Values) -> Iterator[str]:
        """Each carrier is tried: a table without rows for the types, a person of whom nothing is known."""
        empty = pl.DataFrame(schema={name: fact.column for name, fact in provision.facts.items()})
        for name, kind in trace(provision, empty, on, values).schema.items():
            if name in ("amount", "net_amount") and not kind.is_integer():
                yield f"{provision.file}: '{name}' must end in whole tenge, rounded by a word for it."
        try:
            rows_of(Case([provision], {}, on, values))
        except (AttributeError, TypeError) as error:
            yield f"{provision.file}: a formula works on columns and not on one value: {error}"


def days_of_change(provision: Provision, parameters: Mapping[str, Parameter], until: datetime.date):
    """Every day from the provision's start, up to one, on which a rule or a value it asks for changes."""
    asked = {a for versions in provision.rules.values() for r in versions for a in r.arguments}
    names = {provision.value_name(argument, parameters) for argument in asked} - {None}
    changes = {version.since for name in names for version in Values(parameters, until).history(name)}
    changes |= set(provision.starts)
    return sorted({provision.since} | {day for day in changes if provision.since < day <= until})


def _one_sided_words() -> Iterator[str]:
    for name, word in WORDS.items():
        if not word.has_both_carriers:
            yield f"The word '{name}' works on columns only: say what it does with one value."


def _misplaced(provision: Provision) -> Iterator[str]:
    """Rules that do not stand under their own name, and versions that begin together.

    A version of several may stand under a longer name that begins with the rule's.
    """
    for variable, r in provision.written:
        is_version = len(provision.rules[r.name]) > 1 and variable.startswith(f"{r.name}_")
        if variable != r.name and not is_version:
            yield f"{provision.file}: '{variable}' is the rule '{r.name}': a rule stands under its own name."
    for name, versions in provision.rules.items():
        if len({r.since for r in versions}) < len(versions):
            yield f"{provision.file}: two versions of '{name}' begin on one day."


@lru_cache(maxsize=256)
def _written_in(file: str) -> list[str]:
    """What a column's type no longer shows once it is rounded: inexact numbers and divisions that a zero would stop."""
    return list(_inexact(ast.parse(Path(file).read_text(encoding="utf-8")), file, "the file"))


def _inexact(node: ast.AST, file: str, function: str) -> Iterator[str]:
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, float):
            yield f"{file}: {function} contains {part.value}: a number of the law belongs in the YAML file."
        if isinstance(part, ast.BinOp | ast.AugAssign) and isinstance(part.op, ast.Div):
            yield f"{file}: {function} divides with '/': use the word ratio, which survives a zero."
        yield from _inexact(part, file, part.name if isinstance(part, ast.FunctionDef) else function)


def near(name: str, known: Iterable[str]) -> str:
    """A hint at the nearest spelling, if there is one near."""
    found = difflib.get_close_matches(name, list(known), n=1)
    return f" Did you mean '{found[0]}'?" if found else ""
