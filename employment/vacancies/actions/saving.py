"""Vacancies that a person keeps to come back to."""

from employment.vacancies import policies
from employment.vacancies.models import SavedVacancy
from socialcode.broken_constraint import change
from socialcode.people.access import own_person


@change
def save(*, vacancy, by):
    """Keep it; kept twice it is kept once."""
    person = own_person(by)
    policies.check_can_keep(person)
    return SavedVacancy.objects.get_or_create(person=person, vacancy=vacancy)[0]


@change
def forget(*, vacancy, by):
    """Keep it no more."""
    person = own_person(by)
    policies.check_can_keep(person)
    SavedVacancy.objects.filter(person=person, vacancy=vacancy).delete()
    return vacancy
