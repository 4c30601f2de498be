"""People who sign in, and what each may do."""

from .arriving import NewSessions, PasswordLink
from .change import AccountChange
from .role import AT_A_PLACE, OF_A_CAREER_CENTRE, OF_AN_OFFICE, WITH_EMPLOYERS, Office, Role, RoleGrant
from .user import User

__all__ = [
    "AT_A_PLACE",
    "OF_AN_OFFICE",
    "OF_A_CAREER_CENTRE",
    "WITH_EMPLOYERS",
    "AccountChange",
    "NewSessions",
    "Office",
    "PasswordLink",
    "Role",
    "RoleGrant",
    "User",
]
