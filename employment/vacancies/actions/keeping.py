"""What happens with nobody waiting: vacancies end with their days, employers are reminded, invitations lapse."""

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.employers.access import acting_for
from employment.vacancies import terms
from employment.vacancies.models import Application, Vacancy
from employment.vacancies.moving import locked, locked_vacancy, move
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.notices.actions import queue_notice

AT_ONCE = 200


def keep() -> None:
    """Everything that is due today, each row a change of its own. Safe to run twice, late, or beside another run."""
    today = timezone.localdate()
    for vacancy in Vacancy.objects.over().order_by("expires_on", "pk")[:AT_ONCE]:
        expire(vacancy=vacancy)
    ending = Vacancy.objects.open().filter(expires_on__lte=terms.reminded_from(today))
    for vacancy in ending.exclude(reminded_on__gte=_reminded_since(today)).order_by("expires_on", "pk")[:AT_ONCE]:
        remind(vacancy=vacancy)
    lapsed = Application.objects.filter(state="invited", made_at__date__lt=terms.invited_before(today))
    for application in lapsed.order_by("pk")[:AT_ONCE]:
        lapse(application=application)


@change
def expire(*, vacancy):
    """Its days are over and nobody renewed it: nobody finds it any more. Who applied stays with the employer."""
    vacancy = locked_vacancy(vacancy)
    if vacancy.state == Vacancy.State.OPEN and not vacancy.is_open:
        vacancy.state = Vacancy.State.EXPIRED
        vacancy.save(update_fields=["state"])
        record(EventKind.VACANCY_EXPIRED, on=vacancy, by=None, until=vacancy.expires_on)
    return vacancy


@change
def remind(*, vacancy):
    """Tell who acts for the employer that a vacancy ends; once before each end."""
    vacancy = locked_vacancy(vacancy)
    today = timezone.localdate()
    if vacancy.is_open and (vacancy.reminded_on is None or vacancy.reminded_on < _reminded_since(today)):
        vacancy.reminded_on = today
        vacancy.save(update_fields=["reminded_on"])
        for person in acting_for(vacancy.organisation):
            queue_notice("vacancy_ends", to=person, about=vacancy, vacancy=vacancy)
    return vacancy


@change
def lapse(*, application):
    """Nobody answered the invitation in its days: it is over, and the name was never told."""
    application = locked(application)
    if application.state == Application.State.INVITED:
        move(application, Application.State.WITHDRAWN, by=None, reason=_("Nobody answered the invitation in its days."))
    return application


def _reminded_since(today):
    """A reminder of this day or later is that of the end that is near now."""
    return today - (terms.reminded_from(today) - today)
