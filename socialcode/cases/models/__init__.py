"""A claim and the work on it: what was asked, the papers, what the office asked back, warnings, notes, hearings."""

from .absence import Absence
from .claim import Claim
from .evidence import Evidence
from .hearing import Hearing
from .news import News
from .office_text import OfficeText
from .saved_filter import SavedFilter
from .work import ChecklistMark, Flag, InformationRequest, Note

__all__ = [
    "Absence",
    "ChecklistMark",
    "Claim",
    "Evidence",
    "Flag",
    "Hearing",
    "InformationRequest",
    "News",
    "Note",
    "OfficeText",
    "SavedFilter",
]
