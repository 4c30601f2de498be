"""Whether the tests of the law notice a slip of the pen: every rule file and figure with one change in it, in turn.

Run with words of file names to look at these only. Ends with 1 if less than 95 of 100 changes of rules are noticed.
"""

import argparse
import importlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import django

from bench.mutations import law_tests, rule_changes, value_changes
from bench.mutations.rule_changes import Change
from bench.mutations.rule_files import ROOT, RuleFile, as_they_were, in_order, rule_files, users
from bench.mutations.siblings import siblings
from socialcode import yaml_file
from socialcode.engine import Provision, examples
from socialcode.engine.parameters import Parameter, Values, read_parameters
from socialcode.engine.registry import registry

GOAL = 0.95
UNNOTICED = Path(__file__).with_name("unnoticed.yaml")


@dataclass
class Tally:
    """What became of the changes of one file."""

    path: Path
    caught: Counter = field(default_factory=Counter)
    survived: list[tuple[Change, str]] = field(default_factory=list)
    equivalent: int = 0

    @property
    def counted(self) -> int:
        return self.caught.total() + len(self.survived)

    @property
    def name(self) -> str:
        return str(self.path.relative_to(ROOT))

    def reason(self, change: Change) -> dict:
        return reasons().get((self.name, change.rule, change.becomes), {})

    def take(self, change: Change, was_noticed: bool) -> None:
        known = self.reason(change)
        if was_noticed:
            self.caught[change.kind] += 1
        elif known.get("equivalent"):
            self.equivalent += 1
        else:
            self.survived.append((change, known.get("why", "")))


@cache
def reasons() -> dict[tuple[str, str, str], dict]:
    """What is known of changes that nothing notices: why, and whether they are `equivalent`, as they change nothing."""
    told = yaml_file.read(UNNOTICED)
    return {(name, one["rule"], one["becomes"]): one for name, ones in told.items() for one in ones}


class Examples:
    """The worked examples of a provision; the one that noticed something last is asked first."""

    def __init__(self, provision: Provision):
        file = examples.read(provision)
        self.all = [(one, examples.facts_of(provision, file["given"], one["facts"])) for one in file["examples"]]

    def notice(self, provision: Provision, values: Callable) -> bool:
        """Whether one of them no longer comes out as it says; `values` gives those of a day."""
        for place, (example, facts) in enumerate(self.all):
            try:
                wrong = examples.differences(provision, example, facts, values(example["day"]))
            except Exception:
                wrong = True
            if wrong:
                self.all.insert(0, self.all.pop(place))
                return True
        return False


@cache
def examples_of(name: str) -> Examples:
    return Examples(registry.provisions[name])


def of_rules(file: RuleFile, files: list[RuleFile]) -> Tally:
    """Makes each change of a rule file and asks the examples of every provision that uses the file."""
    using, tally = users(file, files), Tally(file.path)
    with as_they_were([file, *using]):
        for change in every_change(file, using):
            slow = [] if tally.reason(change) else law_tests.tests_beside(file.path)  # a noted one was asked before
            tally.take(change, is_noticed(file, using, slow))
    return tally


def every_change(file: RuleFile, using: list[RuleFile]) -> Iterator[Change]:
    names = [one.stem for one in [file, *using] if one.is_of_a_provision]
    others, facts = siblings(file, [registry.provisions[name] for name in names]), registry.facts
    yield from rule_changes.changes(
        file.tree, others, lambda name: [word for word, _label in facts[name].choices] if name in facts else []
    )


def is_noticed(file: RuleFile, using: list[RuleFile], slow: list[str]) -> bool:
    """Whether an example or one of the slow tests fails with the change that the tree holds, or nothing starts."""
    try:
        modules = [file.run(compile(file.tree, str(file.path), "exec")), *(one.run(one.code) for one in using)]
    except Exception:
        return True
    provisions = [registry.provision_of(module) for module in modules if hasattr(module, "provision")]
    if any(examples_of(provision.name).notice(provision, registry.values) for provision in provisions):
        return True
    return law_tests.notice(slow, provisions)


def value_files() -> list[Path]:
    apps = {file.path.parent for file in rule_files() if file.is_of_a_provision}
    return sorted(path for folder in (*apps, ROOT / "socialcode" / "law" / "figures") for path in folder.glob("*.yaml"))


def of_values(path: Path) -> Tally:
    """Makes each figure of a file a little wrong and asks the examples of every provision that needs it."""
    tally = Tally(path)
    for name in read_parameters(path, path.stem if "rules" in path.parts else ""):
        asking = [one for one in registry.provisions.values() if name in asked_by(one.name)]
        if not asking or name.endswith(".days_to_decide"):
            continue  # no rule asks for it: a page shows it
        for what, parameter in value_changes.changes(registry.parameters[name]):
            tally.take(Change(name, 0, "figure", name, what, what), is_figure_noticed(path, parameter, asking))
    return tally


@cache
def asked_by(name: str) -> set[str]:
    """The full names of the values that a provision's rules ask for, and of those that these stand for."""
    provision = registry.provisions[name]
    asked = {argument for versions in provision.rules.values() for one in versions for argument in one.arguments}
    found = {provision.value_name(argument, registry.parameters) for argument in asked} - {None}
    return found | {registry.parameters[value].same_as for value in found}


def is_figure_noticed(path: Path, parameter: Parameter, asking: Iterable[Provision]) -> bool:
    parameters = {**registry.parameters, parameter.name: parameter}
    values = cache(lambda on: Values(parameters, on))
    if any(examples_of(provision.name).notice(provision, values) for provision in asking):
        return True
    tests = [test for test in law_tests.tests_beside(path) if parameter.name.split(".")[0] in Path(test).read_text()]
    return law_tests.notice(tests, parameters={parameter.name: parameter})


def show(tallies: list[Tally]) -> None:
    """Prints what nothing noticed, with the reason where it is known, and counts by file and by kind of change."""
    for tally in tallies:
        for change, why in tally.survived:
            print(f"{tally.name}:{change.line} {change.rule}: {change.before} -> {change.after}  ({why or '?'})")
    print(f"\n{'file':55} changes  caught survived  equivalent")
    for tally in tallies:
        caught, survived = tally.caught.total(), len(tally.survived)
        print(f"{tally.name:55} {tally.counted:7} {caught:7} {survived:8} {tally.equivalent:11}")
    kinds = sum((tally.caught for tally in tallies), Counter())
    survived = Counter(change.kind for tally in tallies for change, _why in tally.survived)
    for kind in sorted(kinds | survived):
        print(f"{kind:20} {kinds[kind]:5} caught, {survived[kind]:4} survived")


def share(tallies: list[Tally], what: str) -> float:
    """Which part of the changes was caught; prints it."""
    caught, counted = sum(tally.caught.total() for tally in tallies), sum(tally.counted for tally in tallies)
    found = caught / counted if counted else 1.0
    print(f"{what}: {caught} of {counted} changes caught, {found:.2%}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="words of file names")
    parser.add_argument("--figures", action="store_true", help="change the figures of the law too")
    told = parser.parse_args()
    words = told.words
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
    django.setup()
    files = in_order(rule_files())
    for file in files:
        importlib.import_module(file.name)

    def is_meant(path: Path) -> bool:
        return not words or any(word in str(path.relative_to(ROOT)) for word in words)

    rules = [of_rules(file, files) for file in files if is_meant(file.path)]
    figures = [of_values(path) for path in value_files() if told.figures and is_meant(path)]
    show([*rules, *figures])
    if figures:
        share(figures, "figures")
    return 0 if share(rules, "rules") >= GOAL else 1
