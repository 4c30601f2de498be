"""A method as text (YAML): every mistake is one sentence that names its place.

poor_from: 1/3
missing: excluded            # or reweighted, deprived
people: members              # without it rows count alike
groups: [region]
sampling: {weight: w, cluster: village, stratum: region}
dimensions:
  economic:
    weight: 1/2              # of all dimensions or of none: then they weigh alike
    indicators:
      income: {column: income_per_head, below: 50851}
      no_work: {weight: 1/4}     # of all indicators or of none; a share of the whole
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import yaml

from socialcode.engine.parameters import ExactLoader
from socialcode.engine.problems import near

from .method import Indicator, MeasureError, Method, Missing, Sampling, nested_weights

OF_METHOD = ("poor_from", "missing", "people", "groups", "sampling", "dimensions")
OF_DIMENSION = ("weight", "indicators")
OF_INDICATOR = ("column", "below", "above", "weight")
OF_SAMPLING = ("weight", "cluster", "stratum")


def read_method(path: Path) -> Method:
    """The method in a file. Raises MeasureError with a sentence, OSError where the file cannot be read."""
    try:
        raw = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=ExactLoader)  # noqa: S506 - a SafeLoader subclass
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        raise MeasureError(f"{path} is no YAML: {error}") from None
    return method_of(raw)


def method_of(raw) -> Method:
    """A method from what stands in a file. Raises MeasureError."""
    given = _table(raw, "The method", OF_METHOD)
    for name in ("poor_from", "dimensions"):
        if name not in given:
            raise MeasureError(f"The method does not say '{name}'.")
    sampling = given.get("sampling")
    return Method(
        tuple(_indicators(given["dimensions"])),
        _fraction(given["poor_from"], "poor_from"),
        _missing(given.get("missing", Missing.EXCLUDED)),
        _word(given.get("people", ""), "people"),
        tuple(_word(name, "groups") for name in _list(given.get("groups", []), "groups")),
        _sampling(sampling) if sampling is not None else None,
    )


def _indicators(raw) -> Iterator[Indicator]:
    dimensions = {
        str(name): _table(body, f"The dimension '{name}'", OF_DIMENSION)
        for name, body in _table(raw, "'dimensions'").items()
    }
    inside = {
        dimension: {
            str(name): _table(body or {}, f"The indicator '{name}'", OF_INDICATOR)
            for name, body in _table(given.get("indicators"), f"'indicators' of '{dimension}'").items()
        }
        for dimension, given in dimensions.items()
    }
    weights = _own_weights(inside) or nested_weights(inside, _shares(dimensions))
    for dimension, indicators in inside.items():
        for name, given in indicators.items():
            column = _word(given.get("column", ""), f"column of '{name}'")
            cuts = [_number(given.get(side), f"{side} of '{name}'") for side in ("below", "above")]
            yield Indicator(name, dimension, weights[name], column, *cuts)


def _own_weights(inside: Mapping[str, Mapping[str, Mapping]]) -> dict[str, Fraction]:
    """The weights that the indicators give themselves; nothing where none does."""
    each = {name: given for indicators in inside.values() for name, given in indicators.items()}
    own = {name: _fraction(given["weight"], f"weight of '{name}'") for name, given in each.items() if "weight" in given}
    if own and (without := each.keys() - own.keys()):
        raise MeasureError(f"Either every indicator has a weight or none: '{min(without)}' has none.")
    return own


def _shares(dimensions: Mapping[str, Mapping]) -> dict[str, Fraction] | None:
    shares = {
        name: _fraction(given["weight"], f"weight of '{name}'")
        for name, given in dimensions.items()
        if "weight" in given
    }
    if shares and (without := dimensions.keys() - shares.keys()):
        raise MeasureError(f"Either every dimension has a weight or none: '{min(without)}' has none.")
    return shares or None


def _missing(raw) -> Missing:
    if raw not in list(Missing):
        raise MeasureError(f"'missing' is one of {', '.join(Missing)}, not {raw!r}.{near(str(raw), Missing)}")
    return Missing(raw)


def _sampling(raw) -> Sampling:
    given = _table(raw, "'sampling'", OF_SAMPLING)
    return Sampling(**{name: _word(column, f"{name} of 'sampling'") for name, column in given.items()})


def _table(raw, what: str, known: tuple[str, ...] = ()) -> Mapping:
    if not isinstance(raw, dict) or (not raw and not known):
        raise MeasureError(f"{what} has to be a list of names, each with what is said of it.")
    for name in raw:
        if known and name not in known:
            raise MeasureError(f"{what} knows no '{name}'.{near(str(name), known)}")
    return raw


def _list(raw, what: str) -> list:
    if not isinstance(raw, list):
        raise MeasureError(f"'{what}' has to be a list such as [region].")
    return raw


def _word(raw, what: str) -> str:
    if not isinstance(raw, str):
        raise MeasureError(f"{what} has to be the name of a column, not {raw!r}.")
    return raw


def _number(raw, what: str) -> Decimal | None:
    if raw is not None and not isinstance(raw, Decimal):
        raise MeasureError(f"{what} has to be a number, not {raw!r}.")
    return raw


def _fraction(raw, what: str) -> Fraction:
    """1/3, 0.25 or 1, exactly."""
    try:
        return Fraction(str(raw))
    except (ValueError, ZeroDivisionError):
        raise MeasureError(f"{what} has to be a fraction such as 1/3 or 0.25, not {raw!r}.") from None
