"""Offers with their rights, what people answered, whom somebody has to call, and the passes that prepare offers."""

from .call import CallTask
from .offer import Offer
from .preparation import Preparation, PreparationSlice
from .reply import Reply
from .right import OfferedRight

__all__ = ["CallTask", "Offer", "OfferedRight", "Preparation", "PreparationSlice", "Reply"]
