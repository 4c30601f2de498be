"""Every figure of the law a little wrong: one unit of its last place more, one day later, or in force a day late."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from socialcode.engine.parameters import Parameter, Value, Version

DAY = datetime.timedelta(days=1)


def changes(parameter: Parameter) -> Iterator[tuple[str, Parameter]]:
    """Each change of a parameter: what it is, and the parameter with it."""
    for place, version in enumerate(parameter.versions):
        for what, changed in _of_version(version):
            versions = (*parameter.versions[:place], changed, *parameter.versions[place + 1 :])
            yield f"{version.since} {what}".strip(), replace(parameter, versions=versions)


def _of_version(version: Version) -> Iterator[tuple[str, Version]]:
    if isinstance(version.value, dict):
        for key, value in version.value.items():
            yield f"[{key}]: {value}", replace(version, value={**version.value, key: _moved(value)})
    else:
        yield f"{version.value}", replace(version, value=_moved(version.value))
    yield "a day late", replace(version, since=version.since + DAY)


def _moved(value: Value) -> Value:
    """A number with one unit of its last written place more, a day one day later."""
    return value + (Decimal(1).scaleb(value.as_tuple().exponent) if isinstance(value, Decimal) else DAY)
