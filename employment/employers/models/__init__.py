"""What is kept of employers."""

from .layoffs import LayoffGroup, LayoffNotice
from .quota import QuotaReport
from .representation import Representation, RightRequest

__all__ = ["LayoffGroup", "LayoffNotice", "QuotaReport", "Representation", "RightRequest"]
