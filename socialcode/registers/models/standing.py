"""What somebody studies, which disability is recognised, and what they own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from socialcode.people.models.register import RegisterPeriod


class Study(RegisterPeriod):
    place = models.CharField(_("School or university"), max_length=200)
    is_full_time = models.BooleanField(_("Full-time"), default=True)

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


class Property(RegisterPeriod):
    class Kind(models.TextChoices):
        HOME = "home", _("Home")
        LAND = "land", _("Land")
        VEHICLE = "vehicle", _("Vehicle")
        LIVESTOCK = "livestock", _("Livestock")

    kind = models.CharField(_("Kind"), max_length=10, choices=Kind.choices)
    text = models.CharField(_("What it is"), max_length=200)

    class Meta:
        db_table = "people_property"
        verbose_name_plural = "properties"

    def __str__(self):
        return self.text
