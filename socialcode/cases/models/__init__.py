"""A claim and the work on it: what was asked, the papers, what the office asked back, warnings, notes, hearings."""

from .claim import Claim
from .evidence import Evidence
from .hearing import Hearing
from .work import ChecklistMark, Flag, InformationRequest, Note

__all__ = ["ChecklistMark", "Claim", "Evidence", "Flag", "Hearing", "InformationRequest", "Note"]
