"""Vacancies and invitations whose days are over, in any number."""

from employment.vacancies.matching.daily import finding
from employment.vacancies.models import MatchRun
from tests.faults.steps_of_vacancies import make_due, make_new


def due(_request, count):
    for _employer in range(count):
        make_due()


def new(_request, count):
    """People whom a new vacancy suits; today nothing was looked for yet."""
    MatchRun.objects.all().delete()
    for _person in range(count):
        make_new()


def found(request, count):
    new(request, count)
    finding.begin_today()
    while finding.work_on():
        pass


WAITS = {
    "employment.vacancies: keep vacancies": due,
    "employment.vacancies: count market": due,
    "employment.vacancies: find new matches": new,
    "employment.vacancies: tell new matches": found,
}
