"""From a claim to an award: what was asked, what was computed, who decided, and what is paid."""

from .award import Award
from .claim import Claim, Consent
from .decision import Approval, Assessment, Decision, Hearing
from .evidence import Evidence
from .review import Review, Sample
from .work import ChecklistMark, Correction, Flag, Note

__all__ = [
    "Approval",
    "Assessment",
    "Award",
    "ChecklistMark",
    "Claim",
    "Consent",
    "Correction",
    "Decision",
    "Evidence",
    "Flag",
    "Hearing",
    "Note",
    "Review",
    "Sample",
]
