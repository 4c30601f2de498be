"""What all moves of vacancies and applications share: the row locked, the new state kept, the person told."""

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.notices.actions import queue_notice

from .models import OPEN, Application, Vacancy

State = Application.State


def locked_vacancy(vacancy: Vacancy) -> Vacancy:
    rows = Vacancy.objects.select_for_update(of=("self",)).select_related("organisation", "office")
    return rows.get(pk=vacancy.pk)


def locked(application: Application) -> Application:
    """The application with its vacancy; the vacancy's row is locked first, as whoever fills it does."""
    Vacancy.objects.select_for_update().get(pk=application.vacancy_id)
    rows = Application.objects.select_for_update(of=("self",)).select_related("vacancy__organisation", "person")
    return rows.get(pk=application.pk)


def move(application: Application, state: str, *, by, **changed) -> None:
    """Keep a new state, and the time where it is the last one."""
    application.state, application.moved_at = state, timezone.now()
    if state not in OPEN:
        application.closed_at = application.moved_at
    for name, value in changed.items():
        setattr(application, name, value)
    application.save()
    told = {"vacancy": str(application.vacancy), "state": state, "reason": application.reason}
    record(EventKind.APPLICATION_MOVED, on=application, by=by, **told)


def tell_person(kind: str, application: Application, **named) -> None:
    """Tell who applied, in their language."""
    vacancy = application.vacancy
    queue_notice(
        kind,
        to=application.person,
        about=application,
        application=application,
        vacancy=vacancy,
        organisation=vacancy.organisation,
        **named,
    )


def close_vacancy(vacancy: Vacancy, state: str, reason: str, *, by) -> None:
    """End a vacancy; whoever waits for an answer to it is told that the posts are taken."""
    vacancy.state, vacancy.closed_at, vacancy.reason = state, timezone.now(), reason
    vacancy.save()
    waiting = Application.objects.select_for_update(of=("self",)).select_related("vacancy__organisation", "person")
    for application in waiting.filter(vacancy=vacancy).open().order_by("pk"):
        move(application, State.REJECTED, by=by, reason=_("The posts of this vacancy are not vacant any more."))
        tell_person("vacancy_closed", application)
