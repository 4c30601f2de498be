"""How families stood and stand on the map, the runs that worked it out, and what is done for them."""

from .counted import IndicatorCount, LevelCount
from .level import EarlierLevel, FamilyLevel, Standing
from .run import Run, Slice
from .support import PlanStep, SupportPlan, Visit

__all__ = [
    "EarlierLevel",
    "FamilyLevel",
    "IndicatorCount",
    "LevelCount",
    "PlanStep",
    "Run",
    "Slice",
    "Standing",
    "SupportPlan",
    "Visit",
]
