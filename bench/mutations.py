"""Whether the worked examples notice a slip of the pen: every rule file with one change in it, change by change.

Run with words of file names to look at these only. Ends with 1 if less than 95 of 100 changes are noticed.
"""

import argparse
import importlib
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import django
import yaml

from bench import law_tests
from bench.changes import Change, changes
from bench.rule_files import ROOT, RuleFile, as_they_were, in_order, rule_files, users
from bench.siblings import siblings
from socialcode.engine import examples
from socialcode.engine.registry import registry

GOAL = 0.95
EQUIVALENT = ROOT / "bench" / "equivalent.yaml"


@dataclass
class Tally:
    """What became of the changes of one file."""

    file: RuleFile
    caught: Counter = field(default_factory=Counter)
    survived: list[Change] = field(default_factory=list)
    equivalent: list[Change] = field(default_factory=list)
    refused: int = 0

    @property
    def counted(self) -> int:
        return self.caught.total() + len(self.survived)


class Examples:
    """The worked examples of a provision; the one that noticed something last is asked first."""

    def __init__(self, provision):
        file = examples.read(provision)
        self.all = [(one, examples.facts_of(provision, file["given"], one["facts"])) for one in file["examples"]]

    def notice(self, provision) -> bool:
        """Whether one of them no longer comes out as it says."""
        for place, (example, facts) in enumerate(self.all):
            try:
                wrong = examples.differences(provision, example, facts, registry.values(example["day"]))
            except Exception:
                wrong = True
            if wrong:
                self.all.insert(0, self.all.pop(place))
                return True
        return False


@cache
def examples_of(name: str) -> Examples:
    return Examples(registry.provisions[name])


def equivalents() -> dict[str, dict[tuple[str, str], str]]:
    """For each file the changes that change nothing, by rule and what the statement becomes, with the reason."""
    told = yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8")) if EQUIVALENT.exists() else {}
    return {path: {(one["rule"], one["becomes"]): one["why"] for one in ones} for path, ones in told.items()}


def run(file: RuleFile, files: list[RuleFile], known: dict[tuple[str, str], str]) -> Tally:
    """Makes each change of a file and asks the examples of every provision that uses the file."""
    using, tally = users(file, files), Tally(file)
    with as_they_were([file, *using]):
        for change in every_change(file, using):
            noticed = is_noticed(file, using)
            if noticed is None:
                tally.refused += 1
            elif noticed:
                tally.caught[change.kind] += 1
            elif (change.rule, change.becomes) in known:
                tally.equivalent.append(change)
            else:
                tally.survived.append(change)
    return tally


def every_change(file: RuleFile, using: list[RuleFile]) -> Iterator[Change]:
    of_provisions = [one.stem for one in [file, *using] if one.is_of_a_provision]
    others = siblings(file, [registry.provisions[name] for name in of_provisions])
    facts = registry.facts
    yield from changes(file.tree, others, lambda name: [c for c, _ in facts[name].choices] if name in facts else [])


def is_noticed(file: RuleFile, using: list[RuleFile]) -> bool | None:
    """Whether an example or a test of the law fails with the change that the tree holds; None if it cannot be loaded."""
    try:
        modules = [file.run(compile(file.tree, str(file.path), "exec")), *(one.run(one.code) for one in using)]
    except Exception:
        return None
    provisions = [registry.provision_of(module) for module in modules if hasattr(module, "provision")]
    return any(examples_of(provision.name).notice(provision) for provision in provisions) or law_tests.notice(provisions)


def show(tallies: list[Tally]) -> bool:
    """Prints what was found; whether enough was noticed."""
    for tally in tallies:
        for change in tally.survived:
            print(f"{tally.file.path.relative_to(ROOT)}:{change.line} {change.rule}: [{change.kind}] "
                  f"{change.before} -> {change.after} | {change.becomes}")  # fmt: skip
    print(f"{'file':60} changes caught survived equivalent refused")
    for tally in tallies:
        print(f"{tally.file.path.relative_to(ROOT)!s:60} {tally.counted:7} {tally.caught.total():6} "
              f"{len(tally.survived):8} {len(tally.equivalent):10} {tally.refused:7}")  # fmt: skip
    caught, counted = sum(t.caught.total() for t in tallies), sum(t.counted for t in tallies)
    survived = Counter(change.kind for tally in tallies for change in tally.survived)
    for kind, number in sum((t.caught for t in tallies), Counter()).most_common():
        print(f"{kind:20} {number:5} caught, {survived[kind]:4} survived")
    print(f"{caught} of {counted} caught: {caught / counted:.2%}")
    return caught >= GOAL * counted


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="words of file names")
    words = parser.parse_args().words
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
    django.setup()
    files = in_order(rule_files())
    for file in files:
        importlib.import_module(file.name)
    known = equivalents()
    wanted = [file for file in files if not words or any(word in str(file.path.relative_to(ROOT)) for word in words)]
    tallies = [run(file, files, known.get(str(file.path.relative_to(ROOT)), {})) for file in wanted]
    return 0 if show(tallies) else 1


if __name__ == "__main__":
    sys.exit(main())
