"""The looks of the staff at a person, read from the audit: by which role, of which office, when, why, in which case."""

import datetime
from dataclasses import dataclass

from django.forms import Form
from django.utils.translation import gettext

from socialcode.accounts.models import Office, Role
from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event
from socialcode.people.access import FOR_AN_EMPLOYER
from socialcode.people.models import Person
from socialcode.registers.models import AccessQuestion

from .forms import QuestionForm


@dataclass(frozen=True)
class Look:
    """One look in the reader's words; `question` if it was asked about, else `form` for asking."""

    at: datetime.datetime
    role: str
    office: str
    purpose: str
    case: str
    question: AccessQuestion | None = None
    form: Form | None = None


def events(person: Person):
    """The newest first."""
    return Event.objects.about(person).filter(kind=EventKind.PERSON_SEEN).reverse()


def one(person: Person, number: int) -> Event | None:
    return events(person).filter(pk=number).first()


def seen(event: Event) -> Look:
    """One look by itself, for who answers for it."""
    return _look(event, _offices([event]))


def described(person: Person, found, wrong: QuestionForm) -> list[Look]:
    """The given looks for a page. `wrong` is a question that was sent and refused, shown where it was asked."""
    found = list(found)
    asked = person.access_questions.filter(event_key__in=[str(event.pk) for event in found])
    questions = {question.event_key: question for question in asked}
    offices = _offices(found)
    return [_asked_or_to_ask(event, offices, questions.get(str(event.pk)), wrong) for event in found]


def _asked_or_to_ask(event: Event, offices, question, wrong) -> Look:
    if question:
        return _look(event, offices, question=question)
    is_wrong = wrong.is_bound and wrong.data.get("entry") == str(event.pk)
    fresh = QuestionForm(initial={"entry": event.pk}, auto_id=f"entry-{event.pk}-%s")
    return _look(event, offices, form=wrong if is_wrong else fresh)


def _offices(found) -> dict[str, Office]:
    return Office.objects.in_bulk({event.details["office"] for event in found}, field_name="code")


def _look(event: Event, offices, **about) -> Look:
    details = event.details
    said = details["purpose"]  # typed by the staff, or a sentence of the portal
    return Look(
        at=event.at,
        role=_who(details["role"]),
        office=str(offices.get(details["office"], details["office"])),
        purpose=gettext(said),
        case=details["case"],
        **about,
    )


def _who(role: str) -> str:
    return gettext("Employer") if role == FOR_AN_EMPLOYER else str(Role(role).label)
