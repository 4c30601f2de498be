"""What registers say of a family for the map.

A register that is silent about somebody it should know leaves a fact open: nothing is taken for none.
"""

from . import economic, education, health, housing, members, points, social  # noqa: F401 - what is imported is known
