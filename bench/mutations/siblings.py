"""Which names of a provision might be mistaken for each other: those of one sort."""

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal

from bench.mutations.rule_files import RuleFile
from socialcode.engine import examples, explain
from socialcode.engine.registry import registry

COUNTS = ("years", "months", "days", "working_days", "persons", "children")


def siblings(file: RuleFile, provisions: Iterable) -> dict[str, dict[str, tuple[set, set]]]:
    """For each rule of a file and each argument: names of its sort, and those of them that it might ask for as well.

    A rule that several provisions share may ask only for what all of them have, and none for what needs itself.
    """
    found: dict[str, dict[str, tuple[set, set]]] = {}
    for provision in provisions:
        sorts = sorts_of(provision)
        for name in {r.name for versions in provision.rules.values() for r in versions if r.file == str(file.path)}:
            barred = {name, *needing(provision, name)}
            asked = {argument for version in provision.rules[name] for argument in version.arguments}
            for argument in asked:
                same = {other for other in sorts if other != argument and sorts[other] == sorts.get(argument, other)}
                within, beyond = found.setdefault(name, {}).get(argument, (same, same))
                found[name][argument] = within & same, (beyond & same) - barred
    return found


def needing(provision, name: str) -> set[str]:
    """The rules that rest on one."""
    found, grown = {name}, True
    while grown:
        more = {r for r, versions in provision.rules.items() if any(found & set(v.arguments) for v in versions)}
        grown, found = not more <= found, found | more
    return found - {name}


def sorts_of(provision) -> dict[str, object]:
    """The sort of each fact, value and rule of a provision; of a rule whose sort no example shows, none."""
    found = {"on": "day"}
    for versions in provision.rules.values():
        for argument in {argument for version in versions for argument in version.arguments}:
            if name := provision.value_name(argument, registry.parameters):
                found[argument] = _of_value(registry.parameters[name], argument)
    for name, fact in provision.facts.items():
        found[name] = _of_fact(fact)
    for name, sample in samples(provision).items():
        found[name] = _of_result(sample, provision.rules[name][-1].unit)
    return found


def samples(provision) -> Mapping:
    """A known result of each rule, from the worked examples."""
    found, file = {}, examples.read(provision)
    for example in file["examples"]:
        facts = examples.facts_of(provision, file["given"], example["facts"])
        told = explain(provision, facts, example["day"], registry.values(example["day"]))
        found |= {step.name: step.result for step in told.steps if step.result is not None}
    return found


def _of_value(parameter, argument: str):
    kind = parameter.kind if argument == parameter.name.rsplit(".", 1)[-1] else "history"
    return {"date": "day", "number": _of_unit(parameter.unit)}.get(kind, (kind, parameter.unit))


def _of_fact(fact):
    kinds = {"yes_no": "truth", "date": "day", "money": "tenge", "number": "count"}
    return kinds.get(fact.kind.value, (fact.kind.value, fact.choices, fact.months))


def _of_result(sample, unit: str):
    match sample:
        case bool():
            return "truth"
        case datetime.date():
            return "day"
        case int() | Decimal():
            return _of_unit(unit)
        case _:
            return "word"


def _of_unit(unit: str) -> str:
    return "count" if unit in COUNTS else unit or "tenge"
