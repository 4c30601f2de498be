"""Worked examples: what was published, and the edges of the law's text, `<app>/examples/<provision>.yaml`."""

from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

from .explanation import Explanation, explain
from .parameters import ExactLoader, Values
from .past import worth
from .provision import OUTCOMES, Provision

LISTS = ("unmet", "unknown", "gaps")
PAST = "past"  # the amount by the first day from which it holds, where days before the day asked about are due
TOLD = {"outcome", *OUTCOMES} - {"eligible"}  # these are there even where no rule gives them


def read(provision: Provision) -> dict:
    """The file of a provision: `given` facts, `examples`, and published entries that are `unusable` with the reason."""
    return _read(provision.app_folder / "examples" / f"{provision.name}.yaml")


@cache
def _read(path: Path) -> dict:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=ExactLoader)  # noqa: S506 - a SafeLoader subclass


def facts_of(provision, given: dict, own: dict) -> dict:
    """An example's facts as the engine takes them; a series is `each` month's amount, `then` that of the later half."""
    return {name: written(provision.facts[name], value) for name, value in {**given, **own}.items()}


def written(fact, value):
    """A fact as the engine takes it: `{each, then}` becomes the list of a series, anything else stays."""
    if isinstance(value, dict):
        half = fact.months // 2
        return [value["each"]] * half + [value.get("then", value["each"])] * half
    return value


def differences(provision: Provision, example: dict, facts: dict, values: Values) -> list[str]:
    """What an example says that is not so, a line each: of the law's values, the outcome, the steps."""
    told = explain(provision, facts, example["day"], values)
    said = [
        *((name, published, values.value(name)) for name, published in example.get("values", {}).items()),
        *((name, expected(wish), _given(told, name)) for name, wish in example["expect"].items()),
    ]
    return [f"{name} is {found}, not {wish}" for name, wish, found in said if found != wish]


def _given(told: Explanation, name: str):
    if name == PAST:
        return {stretch.since: stretch.amount for stretch in worth(told)}
    if name in LISTS:
        return {each.name for each in getattr(told, name)}
    return getattr(told, name) if name in TOLD else told.result(name)


def expected(value):
    """What an example says as the engine gives it: dates stay dates, whole numbers integers; lists have no order."""
    if isinstance(value, list):
        return set(value)
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value
