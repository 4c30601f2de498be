"""The law as shipped, without a database."""

import datetime
from functools import cache

from socialcode.engine.parameters import Values
from socialcode.engine.registry import registry


@cache
def values(on: datetime.date) -> Values:
    """The values of a day, as one object: what the engine prepares for it is then prepared once."""
    return registry.values(on)
