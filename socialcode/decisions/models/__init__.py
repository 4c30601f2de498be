"""What was computed, what an officer decided on it, what others said, who complains. Rows are only ever added."""

from .appeal import Appeal
from .assessment import Assessment
from .decision import Approval, Decision

__all__ = ["Appeal", "Approval", "Assessment", "Decision"]
