"""Offers with their rights, whom somebody has to call, and the passes that prepare offers."""

from .call import CallTask
from .offer import Offer
from .preparation import Preparation, PreparationSlice
from .right import OfferedRight

__all__ = ["CallTask", "Offer", "OfferedRight", "Preparation", "PreparationSlice"]
