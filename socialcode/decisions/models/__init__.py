"""What was computed, what an officer decided on it, what others said, who complains. Rows are only ever added.

Beside them stands how each comes out when it is computed once more.
"""

from .appeal import Appeal
from .assessment import Assessment
from .decision import Approval, Decision
from .replay import Changed, Replay

__all__ = ["Appeal", "Approval", "Assessment", "Changed", "Decision", "Replay"]
