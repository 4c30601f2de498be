"""The one timeline of a claim for the staff: what was done, by whom, with every note, message and answer."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from socialcode.audit.models import Event

from .models import Claim

HAPPENED = {
    "claim_begun": _("Claim begun"),
    "consent_given": _("Agreed that registers are looked into"),
    "evidence_added": _("Paper added"),
    "evidence_removed": _("Paper taken back"),
    "evidence_infected": _("A virus was found in a paper"),
    "claim_submitted": _("Claim sent"),
    "claim_withdrawn": _("Claim withdrawn"),
    "claim_taken": _("Taken by an officer"),
    "claim_assigned": _("Assigned"),
    "claim_handed_over": _("Handed over to another office"),
    "claim_escalated": _("Overdue: passed to the head of the office"),
    "flag_cleared": _("Warning looked at"),
    "claim_decided": _("Decided, waits for another person"),
    "decision_approved": _("Another person agreed"),
    "decision_returned": _("Returned to the officer"),
    "term_ended": _("The days to answer are over"),
    "correction_answered": _("Correction answered"),
    "person_heard": _("The person answered in the hearing"),
}
DETAILS = ("reason", "to", "after", "name")  # of an event, what stands under it


@dataclass(frozen=True)
class Line:
    """`is_internal` is true of what only the staff see."""

    at: datetime.datetime
    title: str
    by: str
    text: str = ""
    is_internal: bool = False
    due_on: datetime.date | None = None


def timeline(claim: Claim) -> list[Line]:
    """Newest first."""
    lines = [*_events(claim), *_notes(claim), *_corrections(claim), *_hearings(claim)]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _events(claim: Claim):
    for event in Event.objects.about(claim).filter(kind__in=HAPPENED):
        text = ", ".join(str(event.details[name]) for name in DETAILS if event.details.get(name))
        yield Line(event.at, HAPPENED[event.kind], event.by_text, text)


def _notes(claim: Claim):
    for note in claim.notes.select_related("by"):
        yield Line(note.at, _("Note") if note.is_internal else _("Message"), str(note.by), note.text, note.is_internal)


def _corrections(claim: Claim):
    for asked in claim.corrections.select_related("asked_by"):
        yield Line(asked.asked_at, _("Correction asked"), str(asked.asked_by), asked.text, due_on=asked.due_on)
        if asked.answer:
            yield Line(asked.answered_at, _("Answer of the person"), str(claim.applicant), asked.answer)


def _hearings(claim: Claim):
    for hearing in claim.hearings.select_related("opened_by"):
        yield Line(
            hearing.opened_at, _("Hearing opened"), str(hearing.opened_by), hearing.planned, due_on=hearing.due_on
        )
        if hearing.objection:
            yield Line(hearing.heard_at, _("Objection of the person"), str(claim.applicant), hearing.objection)
