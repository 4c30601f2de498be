"""A piece of the Code that gives outcomes, and the rules it is written in."""

import datetime
import inspect
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from .facts import Fact
from .grounds import Arrears, Ground
from .interactions import Follows, Granted, OneOf, Told
from .parameters import HISTORY, Values, Version

BEGINNING = datetime.date.min
OUTCOMES = ("eligible", "amount", "net_amount", "starts_on", "ends_on", "apply_by", "applicant_counts")
DAYS_TO_DECIDE = "days_to_decide"
LEVEL = "level"
PAYS = ("monthly", "once", "savings", "due", "service", LEVEL)


@dataclass(frozen=True)
class Withheld:
    """What a rule `net_amount` takes off: its name as the person reads it, and the value that is its rate (a share).

    `name` may say the rate where it likes, as %(rate)s. `kind` is contribution or centre, `to` who gets it.
    """

    name: str
    rate: str
    kind: str
    to: str


@dataclass(frozen=True)
class Rule:
    """One formula: a column named `name`, computed from the columns its arguments name."""

    name: str
    article: str
    sentence: str
    formula: Callable
    since: datetime.date = BEGINNING
    otherwise: str = ""
    unit: str = ""
    withholds: Withheld | None = None
    in_reach: tuple[str, ...] = ()
    reads: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "arguments", tuple(self.reads.get(name, name) for name in self.parameters))

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """What the formula itself calls its arguments, in the same order."""
        return tuple(inspect.signature(self.formula).parameters)

    @property
    def file(self) -> str:
        return inspect.getsourcefile(self.formula)


def rule(
    article: str,
    sentence: str,
    *,
    since: str = "",
    name: str = "",
    otherwise: str = "",
    unit: str = "",
    withholds: Withheld | None = None,
    in_reach: tuple[str, ...] = (),
    reads: Mapping[str, str] | None = None,
):
    """Make a function a rule of its file's provision.

    `sentence` is the step a citizen reads; `otherwise` says what would change an unmet condition, `in_reach` which
    facts the person changes by an act of their own that anybody can do: yes, or today, is then the answer; `unit` is
    that of the result (tenge unless said), `withholds` says of a rule `net_amount` what it takes off. `reads` gives an
    argument another name than the formula does, where several provisions share the formula and each has a fact of its
    own. A changed law is a second function with `since` and the same `name`.
    """

    def made(formula) -> Rule:
        start = datetime.date.fromisoformat(since) if since else BEGINNING
        return Rule(
            name or formula.__name__,
            article,
            sentence,
            formula,
            start,
            otherwise,
            unit,
            withholds,
            in_reach,
            reads or {},
        )

    return made


@dataclass(eq=False)
class Provision:
    """An entitlement. `unit` says what a row is, `about` as what a claim names somebody else whom it is for and who is
    no child: who is `deceased` or `cared_for`; `since` is the first day this file knows the law of, `until` the last
    day of a right that the law took back. Its file stays, and `formerly` keeps every name it ever had: claims, notices
    and awards of long ago name it.

    `pays` says what the amount is: money of the state `monthly` or `once`, own `savings` that may be taken out, a
    contribution `due` from the person every month, or nothing because it is a `service`. `payee` is who receives it.
    What `pays` a `level` is no right at all: it says how somebody stands, by the rules that `gives` names.
    `where` says where to apply if not where everything is applied for; one that `is_asked_elsewhere` is claimed there
    only. `events` are the life events that lead here, `excludes` the provisions one cannot have for the same row,
    `counts_towards` the provisions that take the amount for income. A payment that a family shares goes on for the
    others when a member takes an excluded one instead: `members_out` is the fact that counts such members, its rule
    `applicant_counts` says whether the applicant is a member who might. `follows` says which facts change once
    another payment is granted: this one is then paid as the difference, instead of it or not at all. `told` says the
    same of what only an answer tells. `since_asking` are facts that count from the day of asking on only, with what
    holds of the days before it. `ends` are the
    grounds of the law for the right to end, besides its rules, `suspends` those to pause it, with how it goes on,
    `passes_on` those for which somebody else receives it, `arrears` what is paid for the past.
    Sentences: `deductions` what is or can be withheld; `assumptions` what had to be assumed where the sources are
    silent. An own value `days_to_decide` (working days) is the office's time.
    """

    name: str
    title: str
    article: str
    since: datetime.date
    unit: str = "person"
    about: str = ""
    pays: str = "monthly"
    payee: str = "person"
    gives: tuple[str, ...] = OUTCOMES
    summary: str = ""
    where: str = ""
    is_asked_elsewhere: bool = False
    until: datetime.date | None = None
    formerly: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    excludes: tuple[OneOf, ...] = ()
    counts_towards: tuple[str, ...] = ()
    members_out: str = ""
    met_when_asked: tuple[tuple[str, str], ...] = ()
    since_asking: tuple[tuple[str, object], ...] = ()
    follows: tuple[Follows, ...] = ()
    told: tuple[Told, ...] = ()
    ends: tuple[Ground, ...] = ()
    suspends: tuple[Ground, ...] = ()
    passes_on: tuple[Ground, ...] = ()
    arrears: tuple[Arrears, ...] = ()
    deductions: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    app: str = field(default="", init=False)
    file: str = field(default="", init=False)
    rules: dict[str, tuple[Rule, ...]] = field(default_factory=dict, init=False)
    facts: dict[str, Fact] = field(default_factory=dict, init=False)
    written: list[tuple[str, Rule]] = field(default_factory=list, init=False)
    starts: list[datetime.date] = field(default_factory=lambda: [BEGINNING], init=False)

    def known_beside(self, known: Mapping, granted: Mapping[str, Granted]) -> dict:
        """What is known once other payments are granted, which `granted` has by provision."""
        found = dict(known)
        for follow in self.follows:
            leads = [granted[name] for name in follow.provisions if name in granted]
            if leads and follow.holds(known):
                found[follow.fact] = follow.becomes(leads)
        return found

    @cached_property
    def excluded(self) -> tuple[str, ...]:
        """The names of the provisions of which one cannot have both it and this one."""
        return tuple(one.provision for one in self.excludes)

    def adopt(self, module) -> None:
        """Take the rules standing in the provision's own file; a tuple holds rules that only work together."""
        self.app, self.file = module.__name__.split(".")[0], module.__file__
        for variable, named in vars(module).items():
            if isinstance(named, Rule):
                self.written.append((variable, named))
            for found in named if isinstance(named, tuple) else (named,):
                if isinstance(found, Rule):
                    versions = (*self.rules.get(found.name, ()), found)
                    self.rules[found.name] = tuple(sorted(versions, key=lambda version: version.since))
        self.starts = sorted({BEGINNING} | {r.since for versions in self.rules.values() for r in versions})

    @property
    def app_folder(self) -> Path:
        """The folder of its app, however deep in the room `rules` its file stands."""
        return next(folder.parent for folder in Path(self.file).parents if folder.name == "rules")

    def newest_start(self, on: datetime.date) -> datetime.date:
        """The last day up to this one on which a version of a rule began: until the next one the same rules hold."""
        return self.starts[bisect_right(self.starts, on) - 1]

    def is_law_on(self, on: datetime.date) -> bool:
        """Whether the right can arise on a day."""
        return self.since <= on and (self.until is None or on <= self.until)

    def rules_on(self, on: datetime.date) -> dict[str, Rule]:
        """The version of each rule in force on a day."""
        begun = {name: [r for r in versions if r.since <= on] for name, versions in self.rules.items()}
        return {name: versions[-1] for name, versions in begun.items() if versions}

    @property
    def grounds(self) -> tuple[Ground | Arrears, ...]:
        """Everything that an article says of a payment once it is granted, each with its day."""
        return (*self.ends, *self.suspends, *self.passes_on, *self.arrears)

    @property
    def is_right(self) -> bool:
        """Whether somebody can have a right to it."""
        return self.pays != LEVEL

    @property
    def adds_up(self) -> bool:
        """Whether its amount is money that the state gives the person, so that sums may count it."""
        return self.pays in ("monthly", "once") and self.payee == "person"

    @property
    def is_claimed(self) -> bool:
        """Whether a person applies for it here: not for what a fund, an insurer or a body of service gives itself."""
        return self.is_for_persons and not self.is_asked_elsewhere

    @property
    def is_for_persons(self) -> bool:
        """Whether a person may get it: nobody gets what is due from them, and an employer gets some of it instead."""
        return self.pays not in ("due", LEVEL) and self.payee == "person"

    @property
    def needed_outcomes(self) -> set[str]:
        """The rules that its file must have."""
        if not self.is_right:
            return set(self.gives)
        return {"eligible"} if self.pays == "service" else {"eligible", "amount"}

    def days_to_decide(self, values: Values) -> Version | None:
        """Working days an office has to decide, with their act; None if no value is in force."""
        return values.version(self.own(DAYS_TO_DECIDE))

    def own(self, argument: str) -> str:
        """The full name an own value of this provision would have."""
        return f"{self.name}.{argument.removesuffix(HISTORY)}"

    def value_name(self, argument: str, parameters: Mapping) -> str | None:
        """The law's value an argument stands for: this provision's own, or a published figure; None if neither."""
        names = (self.own(argument), argument.removesuffix(HISTORY))
        return next((name for name in names if name in parameters), None)
