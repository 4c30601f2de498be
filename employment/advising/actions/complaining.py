"""A complaint of a removal in effect: written by the person, answered by somebody who took no part in it."""

from django.utils import timezone

from employment.advising import effects
from employment.advising import removal_policies as policies
from employment.advising.models import Complaint, Removal
from socialcode.appeals.terms import answered_by, court_months
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.decisions.policies import complain_by
from socialcode.notices.actions import queue_notice
from socialcode.refusal import check_reason
from socialcode.shown import check_shown

from .removing import locked, shown_to


@change
def complain(*, removal, text, by, shown=None):
    """The person does not agree, within the months of the law or later; or an adviser writes down what they said."""
    removal = locked(removal)
    policies.check_can_complain(removal, by)
    check_shown(shown, shown_to(removal))
    check_reason(text, "text")
    today = timezone.localdate()
    made = Complaint.objects.create(
        removal=removal,
        text=text.strip(),
        made_by=by,
        is_late=today > last_day(removal),
        answer_by=answered_by(removal.office, today),
    )
    told = {"number": removal.number, "due_on": made.answer_by, "reason": made.text}
    record(EventKind.REMOVAL_COMPLAINED, on=removal.person, by=by, **told)
    return made


@change
def revoke(*, removal, reason, by, shown=None):
    """The complaint is right: the person is back on the register, and nothing counts of what had removed them."""
    removal = locked(removal)
    policies.check_can_revoke(removal, by)
    check_shown(shown, shown_to(removal))
    _answer(removal.complaint, reason, by, is_right=True)
    effects.undo(removal, removal.complaint.reason, by)
    removal.state = Removal.State.REVOKED
    removal.save(update_fields=["state"])
    return _told(removal, EventKind.REMOVAL_REVOKED, by)


@change
def let_stand(*, removal, reason, by, shown=None):
    """The complaint is not right: the removal stands, and the person reads how to go to court."""
    removal = locked(removal)
    policies.check_can_let_stand(removal, by)
    check_shown(shown, shown_to(removal))
    _answer(removal.complaint, reason, by, is_right=False)
    return _told(removal, EventKind.REMOVAL_STANDS, by)


def last_day(removal: Removal):
    """The last day to complain of a removal in effect without a reason for being late."""
    return complain_by(timezone.localdate(removal.agreed_at))


def _answer(complaint: Complaint, reason, by, *, is_right) -> None:
    check_reason(reason)
    complaint.is_right, complaint.reason = is_right, reason.strip()
    complaint.answered_by, complaint.answered_at = by, timezone.now()
    complaint.save()


def _told(removal: Removal, kind: str, by) -> Removal:
    record(kind, on=removal.person, by=by, number=removal.number, reason=removal.complaint.reason)
    told = {"removal": removal, "court_months": court_months()}
    queue_notice("removal_complaint", to=removal.person, about=removal, letter=removal.office, **told)
    return removal
