"""Vacancies that people keep to come back to."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.people.models import Person

from .vacancy import Vacancy


class SavedVacancy(models.Model):
    """A vacancy that a person keeps. It is the person's own note: nobody else sees it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="saved_vacancies")
    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="saved_by")
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["person", "vacancy"],
                name="vacancy_saved_once",
                violation_error_message=_("You keep this vacancy already."),
            ),
        )

    def __str__(self):
        return str(self.vacancy)
