"""What a person does: apply, agree to be named, write, answer an interview, take back."""

from django.utils import timezone

from employment.vacancies import policies
from employment.vacancies.models import Application, ApplicationMessage, Interview
from employment.vacancies.moving import locked, locked_vacancy, move, tell_person
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.people.access import own_person
from socialcode.shown import check_shown, stamp

State, Origin = Application.State, Application.Origin


@change
def apply(*, vacancy, letter, by):
    """Apply: the employer sees the name, the phone and what was written from now on. By applying the person agrees."""
    person, vacancy = own_person(by), locked_vacancy(vacancy)
    policies.check_can_apply(vacancy, person)
    return _made(vacancy, person, Origin.SEEKER, letter, by)


@change
def send_from_centre(*, vacancy, person, by, letter=""):
    """A person whom the career centre sent to a vacancy has accepted it, here or before an officer."""
    vacancy = locked_vacancy(vacancy)
    policies.check_can_send(vacancy, person, by)
    return _made(vacancy, person, Origin.CENTRE, letter, by)


@change
def agree_to_be_named(*, application, by):
    """The answer to an invitation: the employer may know who it is."""
    application = locked(application)
    policies.check_can_answer_invitation(application, by)
    policies.check_can_apply(application.vacancy, application.person)
    move(application, State.APPLIED, by=by, named_at=timezone.now())
    organisation = application.vacancy.organisation
    told = {"vacancy": str(application.vacancy), "organisation": organisation.bin}
    record(EventKind.CANDIDATE_NAMED, on=application.person, by=by, **told)
    return application


@change
def withdraw(*, application, by, reason=""):
    """Say no to an invitation, or take an application back: the employer sees that it is over."""
    application = locked(application)
    policies.check_is_applicant(application, by)
    policies.check_open(application)
    move(application, State.WITHDRAWN, by=by, reason=reason.strip())
    return application


@change
def write_message(*, application, text, sent_as, by):
    """Write to the other side; the same form sent twice is one message."""
    application = locked(application)
    kept = ApplicationMessage.objects.filter(application=application, sent_as=sent_as, by=by).first()
    if kept:
        return kept
    policies.check_can_write(application, text, by)
    of_employer = own_person(by) != application.person
    message = ApplicationMessage.objects.create(
        application=application, of_employer=of_employer, text=text.strip(), by=by, sent_as=sent_as
    )
    record(EventKind.APPLICATION_MESSAGE_SENT, on=application, by=by)
    if of_employer:
        tell_person("application_message", application, message=message)
    return message


@change
def answer_interview(*, interview, answer, by, note="", shown=None):
    """Whether the person comes to the interview that they were shown, or asks for another time."""
    application = locked(interview.application)
    interview = Interview.objects.select_for_update(of=("self",)).get(pk=interview.pk)
    interview.application = application
    policies.check_can_answer_interview(interview, by)
    check_shown(shown, interview_shown(interview))
    interview.answer, interview.answer_note = answer, note.strip()
    interview.save(update_fields=["answer", "answer_note"])
    record(EventKind.INTERVIEW_ANSWERED, on=application, by=by, answer=answer)
    return interview


def interview_shown(interview: Interview) -> str:
    """The stamp of when and where: another time is another interview, which nobody said yes to yet."""
    return stamp(interview, interview.pk, interview.at, interview.place)


def _made(vacancy, person, origin, letter, by) -> Application:
    application = Application.objects.create(
        vacancy=vacancy,
        person=person,
        state=State.APPLIED,
        origin=origin,
        letter=letter.strip(),
        named_at=timezone.now(),
        made_by=by,
    )
    record(EventKind.APPLICATION_MADE, on=application, by=by, organisation=vacancy.organisation.bin)
    return application
