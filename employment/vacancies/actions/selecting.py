"""What the employer does with those who apply: invite, meet, offer, hire, turn down."""

from django.utils.translation import gettext as _

from employment.vacancies import policies
from employment.vacancies.models import Application, Interview, Vacancy
from employment.vacancies.moving import close_vacancy, locked, locked_vacancy, move, tell_person
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.refusal import NotAllowedError

State, Answer = Application.State, Interview.Answer
AHEAD = (Answer.WAITING, Answer.COMES)


@change
def invite(*, vacancy, person, letter, by):
    """Invite a candidate whose name the employer does not know: who it is stays unknown until the person agrees."""
    vacancy = locked_vacancy(vacancy)
    policies.check_can_invite(vacancy, by)
    if vacancy.applications.filter(person=person).exists():
        raise NotAllowedError(_("This person was invited or applied before."))
    application = Application.objects.create(
        vacancy=vacancy,
        person=person,
        state=State.INVITED,
        origin=Application.Origin.EMPLOYER,
        letter=letter.strip(),
        made_by=by,
    )
    record(EventKind.CANDIDATE_INVITED, on=application, by=by, organisation=vacancy.organisation.bin)
    tell_person("application_invited", application)
    return application


@change
def set_interview(*, application, at, place, by, note=""):
    """Ask the person to come. One that was set before and is still ahead is called off."""
    application = locked(application)
    policies.check_can_select(application, by)
    policies.check_ahead(at)
    application.interviews.filter(answer__in=AHEAD).update(answer=Answer.CALLED_OFF)
    interview = Interview.objects.create(application=application, at=at, place=place.strip(), note=note.strip())
    record(EventKind.INTERVIEW_SET, on=application, by=by, since=at)
    if application.state == State.APPLIED:
        move(application, State.INTERVIEW, by=by)
    tell_person("application_interview", application, interview=interview)
    return interview


@change
def call_off(*, application, by):
    """There is no interview; the application stays."""
    application = locked(application)
    policies.check_can_select(application, by)
    if not application.interviews.filter(answer__in=AHEAD).update(answer=Answer.CALLED_OFF):
        raise NotAllowedError(_("There is no interview ahead."))
    record(EventKind.INTERVIEW_CALLED_OFF, on=application, by=by)
    tell_person("interview_called_off", application)
    return application


@change
def offer(*, application, by):
    """Offer the job."""
    application = locked(application)
    policies.check_can_select(application, by)
    if application.state == State.OFFERED:
        raise NotAllowedError(_("The job is offered already."))
    move(application, State.OFFERED, by=by)
    tell_person("application_offered", application)
    return application


@change
def hire(*, application, starts_on, by):
    """The person works there from a day on. With the last post the vacancy is filled, and all others are told."""
    application = locked(application)
    policies.check_can_select(application, by)
    move(application, State.HIRED, by=by, starts_on=starts_on)
    tell_person("application_hired", application)
    vacancy = locked_vacancy(application.vacancy)
    hired = vacancy.applications.filter(state=State.HIRED).count()
    if hired >= vacancy.posts and vacancy.state not in (Vacancy.State.FILLED, Vacancy.State.CLOSED):
        close_vacancy(vacancy, Vacancy.State.FILLED, "", by=by)
        record(EventKind.VACANCY_FILLED, on=vacancy, by=by, people=vacancy.posts)
    return application


@change
def reject(*, application, reason, by):
    """Turn somebody down; the person reads why."""
    application = locked(application)
    policies.check_can_reject(application, reason, by)
    move(application, State.REJECTED, by=by, reason=reason.strip())
    tell_person("application_rejected", application)
    return application
