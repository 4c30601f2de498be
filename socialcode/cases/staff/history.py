"""The one timeline of a claim for the staff: what was done, by whom, with every note, message and answer."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event

from ..models import Claim

# What is neither a note nor asked of the person: those have lines of their own
HAPPENED = (
    EventKind.CLAIM_BEGUN,
    EventKind.CONSENT_GIVEN,
    EventKind.SOMEBODY_NAMED,
    EventKind.EVIDENCE_ADDED,
    EventKind.EVIDENCE_REMOVED,
    EventKind.EVIDENCE_INFECTED,
    EventKind.CLAIM_SUBMITTED,
    EventKind.CLAIM_WITHDRAWN,
    EventKind.APPEAL_FILED,
    EventKind.APPEAL_WITHDRAWN,
    EventKind.APPEAL_TAKEN,
    EventKind.APPEAL_ASSIGNED,
    EventKind.APPEAL_SENT_ON,
    EventKind.APPEAL_LATE,
    EventKind.APPEAL_ANSWERED,
    EventKind.APPEAL_AGREED,
    EventKind.APPEAL_RETURNED,
    EventKind.APPEAL_SET_RIGHT,
    EventKind.CLAIM_REOPENED,
    EventKind.CLAIM_TAKEN,
    EventKind.CLAIM_ASSIGNED,
    EventKind.CLAIM_GIVEN_BACK,
    EventKind.CLAIM_TRANSFERRED,
    EventKind.CLAIM_ESCALATED,
    EventKind.FLAG_CLEARED,
    EventKind.CLAIM_DECIDED,
    EventKind.DECISION_APPROVED,
    EventKind.DECISION_RECALLED,
    EventKind.DECISION_RETURNED,
    EventKind.TERM_ENDED,
    EventKind.INFORMATION_ANSWERED,
    EventKind.PERSON_HEARD,
)
DETAILS = ("reason", "to", "after", "name")  # of an event, what stands under it


@dataclass(frozen=True)
class Line:
    """`is_internal` is true of what only the staff see."""

    at: datetime.datetime
    what: str
    who: str
    text: str = ""
    is_internal: bool = False
    due_on: datetime.date | None = None


def timeline(claim: Claim) -> list[Line]:
    """Newest first."""
    lines = [*_events(claim), *_notes(claim), *_information_requests(claim), *_hearings(claim)]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def messages(claim: Claim) -> list[Line]:
    """What the person and the office wrote to one another; notes among the staff are left out."""
    written = [*_notes(claim), *_information_requests(claim), *_hearings(claim)]
    return [line for line in written if not line.is_internal]


def _events(claim: Claim):
    for event in Event.objects.about(claim).filter(kind__in=HAPPENED):
        text = ", ".join(str(event.details[name]) for name in DETAILS if event.details.get(name))
        yield Line(event.at, EventKind(event.kind).label, event.by_text, text)


def _notes(claim: Claim):
    for note in claim.notes.select_related("by"):
        yield Line(note.at, _("Note") if note.is_internal else _("Message"), str(note.by), note.text, note.is_internal)


def _information_requests(claim: Claim):
    for asked in claim.information_requests.select_related("asked_by"):
        yield Line(asked.asked_at, _("Information requested"), str(asked.asked_by), asked.text, due_on=asked.due_on)
        if asked.answer:
            yield Line(asked.answered_at, _("Answer of the person"), str(claim.applicant), asked.answer)


def _hearings(claim: Claim):
    for hearing in claim.hearings.select_related("opened_by"):
        yield Line(
            hearing.opened_at, _("Hearing opened"), str(hearing.opened_by), hearing.planned, due_on=hearing.due_on
        )
        if hearing.objection:
            yield Line(hearing.heard_at, _("Objection of the person"), str(claim.applicant), hearing.objection)
