"""The law as shipped, without a database: its values, and tests of every provision."""

import datetime
from functools import cache

import pytest

from socialcode.engine.parameters import Values
from socialcode.engine.registry import registry


@cache
def values(on: datetime.date) -> Values:
    """The values of a day, as one object: what the engine prepares for it is then prepared once."""
    return registry.values(on)


def provisions_that(are_meant):
    """Parametrises a test by the provisions for which `are_meant` is true: there has to be one."""
    meant = [provision for provision in registry.provisions.values() if are_meant(provision)]
    assert meant
    return pytest.mark.parametrize("provision", meant, ids=lambda provision: provision.name)


every_provision = provisions_that(lambda _provision: True)
