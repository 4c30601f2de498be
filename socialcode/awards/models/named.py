"""Somebody whom a claimant names, because no register ties them to the claimant."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from socialcode.people.models import Person
from socialcode.people.models.person import full_name


class NamedPerson(models.Model):
    """A child, somebody who died or somebody cared for, as `told_by` named them.

    `whom` is who that is: the key that rights share which are for the same one (see `awards.whom`). It is an own one
    until they are recognised as somebody of a register, or as somebody whom another relative named. `spelling` is
    surname and given name in one spelling.
    """

    class Role(models.TextChoices):
        CHILD = "child", _("Child")
        DECEASED = "deceased", _("Who died")
        CARED_FOR = "cared_for", _("Who is cared for")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    role = models.CharField(max_length=9, choices=Role.choices)
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="named")
    iin = models.CharField(_("IIN"), max_length=12, blank=True)
    surname = models.CharField(_("Surname"), max_length=100)
    given_name = models.CharField(_("Given name"), max_length=100)
    patronymic = models.CharField(_("Patronymic"), max_length=100, blank=True)
    birth_date = models.DateField(_("Date of birth"))
    died_on = models.DateField(_("Date of death"), null=True, blank=True)
    spelling = models.CharField(max_length=210)
    whom = models.CharField(max_length=60, db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["role", "told_by", "birth_date", "died_on", "spelling", "iin"],
                nulls_distinct=False,
                name="named_once_by_one_person",
                violation_error_message=_("You have named this person before."),
            ),
            models.CheckConstraint(
                condition=Q(role="deceased", died_on__gte=F("birth_date")) | ~Q(role="deceased") & Q(died_on=None),
                name="only_who_died_has_a_day_of_death",
                violation_error_message=_("Who died has a day of death, not before the day of birth."),
            ),
        )
        indexes = (models.Index(fields=["birth_date", "spelling"], name="named_person_spelling"),)

    def __str__(self):
        return self.full_name

    @property
    def full_name(self) -> str:
        return full_name(self)
