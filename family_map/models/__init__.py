"""How families stood and stand on the map, and the runs that worked it out."""

from .level import EarlierLevel, FamilyLevel, Standing
from .run import Run, Slice

__all__ = ["EarlierLevel", "FamilyLevel", "Run", "Slice", "Standing"]
