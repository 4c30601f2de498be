"""What was granted, whom it is for, and people whom a claimant names because no register ties them to anybody."""

from .award import Award
from .held import Held
from .named import NamedPerson

__all__ = ["Award", "Held", "NamedPerson"]
