"""What is done about a decision, whatever it decides on."""

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change

from . import policies
from .models import Appeal, Decision


@change
def file_appeal(*, decision, person, text, by):
    """Keep a complaint about a decision. Another person than those who decided answers it."""
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    policies.check_can_appeal(decision, person, text, by)
    appeal = Appeal.objects.create(decision=decision, person=person, text=text.strip(), filed_by=by)
    record(EventKind.APPEAL_FILED, on=decision.subject, by=by, reason=appeal.text)
    return appeal
