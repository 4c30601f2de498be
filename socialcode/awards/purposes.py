"""Why the staff look at an award or a list of awards: what the person and the auditor read."""

from django.utils.translation import gettext_noop

from socialcode.accounts.models import OF_AN_OFFICE, User

WORK, CHECK = gettext_noop("Work on a payment that was granted"), gettext_noop("Check of a decision")
LIST = gettext_noop("The office's list of payments")


def purpose_of(user: User) -> str:
    """Why somebody of an office looks; who belongs to none checks decisions."""
    return WORK if user.roles & set(OF_AN_OFFICE) else CHECK
