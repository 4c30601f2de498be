"""Worked examples: what was published, and the edges of the law's text, `<app>/examples/<provision>.yaml`."""

from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

from .parameters import ExactLoader
from .provision import Provision


def read(provision: Provision) -> dict:
    """The file of a provision: `given` facts, `examples`, and published entries that are `unusable` with the reason."""
    return _read(Path(provision.file).parent.parent / "examples" / f"{provision.name}.yaml")


@cache
def _read(path: Path) -> dict:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=ExactLoader)  # noqa: S506 - a SafeLoader subclass


def facts_of(provision, given: dict, own: dict) -> dict:
    """An example's facts as the engine takes them; a series is `each` month's amount, `then` that of the later half."""
    return {name: written(provision.facts[name], value) for name, value in {**given, **own}.items()}


def written(fact, value):
    if isinstance(value, dict):
        half = fact.months // 2
        return [value["each"]] * half + [value.get("then", value["each"])] * half
    return value


def expected(value):
    """A published figure as the engine gives it: dates stay dates, whole numbers become integers."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value
