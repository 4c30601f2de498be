"""What somebody studies, and which disability is recognised."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from socialcode.people.models.register import RegisterPeriod


class Study(RegisterPeriod):
    """`is_finished` says that it ended with a diploma; of a row without a level nobody knows what is learned."""

    class Level(models.TextChoices):
        PRESCHOOL = "preschool", _("Kindergarten")
        SCHOOL = "school", _("School")
        CLOSED = "closed", _("Closed school or one with a special regime")
        VOCATIONAL = "vocational", _("College")
        HIGHER = "higher", _("University")

    place = models.CharField(_("School or university"), max_length=200)
    level = models.CharField(_("Level"), max_length=10, choices=Level.choices, blank=True)
    is_full_time = models.BooleanField(_("Full-time"), default=True)
    is_finished = models.BooleanField(_("Finished with a diploma"), default=False)

    class Meta:
        db_table = "people_study"
        verbose_name_plural = "studies"

    def __str__(self):
        return self.place


class Disability(RegisterPeriod):
    class Group(models.TextChoices):
        GROUP1 = "group1", _("Group I")
        GROUP2 = "group2", _("Group II")
        GROUP3 = "group3", _("Group III")
        CHILD = "child", _("Child with disability")

    group = models.CharField(_("Group"), max_length=8, choices=Group.choices)
    cause = models.CharField(_("Cause"), max_length=100, blank=True)
    capacity_loss = models.PositiveSmallIntegerField(_("Loss of working capacity, percent"), null=True, blank=True)

    class Meta:
        db_table = "people_disability"
        verbose_name_plural = "disabilities"

    def __str__(self):
        return self.get_group_display()
