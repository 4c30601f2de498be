"""The doors to what waits for an office or an auditor: disputes by territory, questions for auditors."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_noop

from socialcode.accounts.models import Role, User
from socialcode.accounts.territory import offices_of
from socialcode.people import access
from socialcode.registers.models import AccessQuestion, Dispute

from . import policies

TO_ANSWER = gettext_noop("Questions about looks that wait for an auditor")
TO_RESOLVE = gettext_noop("To answer what the person says is wrong")


def disputes_for(user: User):
    """The open disputes somebody may resolve. Raises PermissionDenied for those who resolve none."""
    offices = offices_of(user, *policies.RESOLVES)
    if not offices:
        raise PermissionDenied
    return Dispute.objects.waiting_at(offices).select_related("person")


def open_dispute(key, *, by: User) -> Dispute:
    """One dispute for an officer of the person's home; the look is recorded. Raises PermissionDenied."""
    dispute = Dispute.objects.select_related("person").filter(key=key).first()
    grant = policies.resolving_grant(dispute, by) if dispute else None
    if grant is None:
        raise PermissionDenied
    access.record_look(dispute.person, by=by, look=access.Look(grant, TO_RESOLVE))
    return dispute


def questions_for(user: User):
    """The unanswered questions about looks, for an auditor. Raises PermissionDenied for everybody else."""
    if Role.AUDITOR not in user.roles:
        raise PermissionDenied
    return AccessQuestion.objects.unanswered().select_related("person")


def open_question(key, *, by: User) -> AccessQuestion:
    """One question, also an answered one, for an auditor. Raises PermissionDenied."""
    question = AccessQuestion.objects.select_related("person", "answered_by").filter(key=key).first()
    if question is None or Role.AUDITOR not in by.roles:
        raise PermissionDenied
    return question
