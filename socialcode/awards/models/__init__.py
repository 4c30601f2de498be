"""What was granted and what it is worth, whom it is for, and people whom a claimant names because no register ties them
to anybody."""

from .award import Award
from .call import AwardCall
from .change import Change, Circumstance
from .held import Held
from .named import NamedPerson
from .recovery import Overpayment, Recovered, Recovery
from .term import Pause, Term

__all__ = [
    "Award",
    "AwardCall",
    "Change",
    "Circumstance",
    "Held",
    "NamedPerson",
    "Overpayment",
    "Pause",
    "Recovered",
    "Recovery",
    "Term",
]
