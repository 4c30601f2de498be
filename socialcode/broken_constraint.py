"""Which rule of the database a change broke, so that code can answer to one of them and not to any other."""

from django.db import IntegrityError


def breaks(error: IntegrityError, constraint: str) -> bool:
    """Whether PostgreSQL names this constraint, not whether its message happens to hold the word."""
    return error.__cause__.diag.constraint_name == constraint
