"""A person asks why somebody looked at their data; an auditor answers."""

from django.db import transaction
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event
from socialcode.audit.recording import record
from socialcode.notices.actions import queue_notice
from socialcode.people import access
from socialcode.people.models import Person
from socialcode.refusal import check_reason
from socialcode.registers import policies
from socialcode.registers.models import AccessQuestion


@transaction.atomic
def ask(*, person, event, text, by):
    """Ask about one entry of "Who looked at my data" (`event`, or None where there is none such)."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    policies.check_can_ask(person, event, by)
    check_reason(text, "text")
    question = AccessQuestion.objects.create(person=person, event_key=event.pk, text=text.strip())
    record(EventKind.ACCESS_QUESTION_ASKED, on=question, by=by)
    return question


@transaction.atomic
def answer(*, question, text, by):
    """Answer for the portal. The person is told."""
    question = AccessQuestion.objects.select_for_update(of=("self",)).select_related("person").get(pk=question.pk)
    policies.check_can_answer(question, Event.objects.get(pk=question.event_key), by)
    check_reason(text, "answer")
    question.answer, question.answered_by, question.answered_at = text.strip(), by, timezone.now()
    question.save()
    record(EventKind.ACCESS_QUESTION_ANSWERED, on=question, by=by)
    for reader in access.who_is_told(question.person):
        queue_notice("access_question_answered", to=reader, about=question, question=question)
    return question
