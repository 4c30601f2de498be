"""The values shipped as text beside the rules, brought into the table."""

from dataclasses import dataclass, field

from django.db import transaction

from socialcode.engine.registry import registry

from . import exact
from .models import ParameterVersion


@dataclass
class Loaded:
    """What loading did: how many rows it added, found as shipped, and which sentences somebody has to read."""

    added: int = 0
    unchanged: int = 0
    differing: list[str] = field(default_factory=list)


@transaction.atomic
def load() -> Loaded:
    """Add what is missing. A row that differs from the shipped one is reported and left as it is."""
    stored = {(row.name, row.region, row.since): row for row in ParameterVersion.objects.live()}
    loaded, missing = Loaded(), []
    for parameter in registry.parameters.values():
        for version in parameter.versions:
            row = stored.get((parameter.name, version.region, version.since))
            if row is None:
                missing.append(_row(parameter.name, version))
            elif row.state == ParameterVersion.State.APPROVED and row.exact_value == version.value:
                loaded.unchanged += 1
            else:
                loaded.differing.append(_difference(row, version))
    loaded.added = len(ParameterVersion.objects.bulk_create(missing))
    return loaded


def _row(name, version) -> ParameterVersion:
    return ParameterVersion(
        name=name,
        region=version.region,
        since=version.since,
        value=exact.to_json(version.value),
        act=version.act,
        source=version.source,
        evidence=version.status,
        state=ParameterVersion.State.APPROVED,
    )


def _difference(row, version) -> str:
    shipped, found = exact.to_json(version.value), row.value
    return f"{row}: shipped {shipped}, in the table {found} ({row.state}). The table was left as it is."
