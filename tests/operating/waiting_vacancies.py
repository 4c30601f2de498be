"""Vacancies and invitations whose days are over, in any number."""

from tests.faults.steps_of_vacancies import make_due


def due(_request, count):
    for _employer in range(count):
        make_due()


WAITS = {"employment.vacancies: keep vacancies": due, "employment.vacancies: count market": due}
