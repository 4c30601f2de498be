"""Registrations at career centres, and the profiles of those who look for work."""

from .candidate import Candidate
from .change import ReportedChange
from .profile import (
    Education,
    Hindrance,
    LanguageKnown,
    Profile,
    ProfileTrade,
    Reach,
    ShownToEmployers,
    Studied,
    WorkedAs,
)
from .registration import Registration

__all__ = [
    "Candidate",
    "Education",
    "Hindrance",
    "LanguageKnown",
    "Profile",
    "ProfileTrade",
    "Reach",
    "Registration",
    "ReportedChange",
    "ShownToEmployers",
    "Studied",
    "WorkedAs",
]
