"""Registrations at career centres, and the profiles of those who look for work."""

from .profile import (
    Education,
    Hindrance,
    LanguageKnown,
    Profile,
    ProfileTrade,
    Reach,
    Schedule,
    ShownToEmployers,
    Studied,
    WorkedAs,
)
from .registration import Registration

__all__ = [
    "Education",
    "Hindrance",
    "LanguageKnown",
    "Profile",
    "ProfileTrade",
    "Reach",
    "Registration",
    "Schedule",
    "ShownToEmployers",
    "Studied",
    "WorkedAs",
]
