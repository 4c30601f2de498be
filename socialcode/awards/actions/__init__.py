"""What is done with an award after it was granted."""

from .recovering import recovered

__all__ = ["recovered"]
