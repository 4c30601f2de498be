"""Why the staff look at a claim or a list of claims: what the person and the auditor read."""

from django.utils.translation import gettext_noop

from socialcode.accounts.models import OF_AN_OFFICE, User

WORK, CHECK = gettext_noop("Work on the claim"), gettext_noop("Check of a decision")
QUEUE, SEARCH = gettext_noop("The office's list of claims"), gettext_noop("A search among the office's claims")
APPROVALS = gettext_noop("Decisions that wait for approval")
NEW = gettext_noop("What is new on the officer’s claims")
SEVERAL = gettext_noop("Several claims chosen at once")


def purpose_of(user: User, purpose: str = WORK) -> str:
    """The purpose of somebody of an office; who belongs to none checks decisions."""
    return purpose if user.roles & set(OF_AN_OFFICE) else CHECK
