"""Private agencies and what is outsourced to them."""

from .agency import Agency, Outsourcing

__all__ = ["Agency", "Outsourcing"]
