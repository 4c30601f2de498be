"""What was found of rights: a row for as long as the same is found, written only when something else is."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class EntitledQuerySet(models.QuerySet):
    def now(self):
        """What the newest runs over each family found."""
        return self.filter(until_run=None)

    def certain(self):
        """Rights for which nothing is left to ask."""
        return self.filter(is_certain=True)


class Entitled(models.Model):
    """A right by the law and the registers of the day `since`, found from the run `run` on, until `until_run` found
    something else.

    `person` may apply: for themselves, for the family `family`, or for the child `subject` (otherwise the same as
    `person`); all are numbers of rows, with no key checked, for millions are written. `amount` is in tenge, None where
    it is not known or nothing is paid; `net` is what of it reaches the person. `missing` names the facts that no
    register knows and that still decide; where there are some and the right itself hangs on them, it is not `certain`.
    """

    provision = models.CharField(max_length=60)
    family = models.BigIntegerField()
    person = models.BigIntegerField()
    subject = models.BigIntegerField()
    since = models.DateField()
    run = models.BigIntegerField()
    until_run = models.BigIntegerField(null=True, blank=True)
    is_certain = models.BooleanField()
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    net = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    missing = ArrayField(models.CharField(max_length=60), default=list)

    objects = EntitledQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entitled"
        constraints = (
            models.UniqueConstraint(
                fields=["family", "provision", "subject"], condition=Q(until_run=None), name="a_right_is_found_once"
            ),
        )
        indexes = (
            models.Index(fields=["provision"], condition=Q(until_run=None, is_certain=True), name="certain_rights"),
            models.Index(fields=["until_run"], condition=~Q(until_run=None), name="rights_of_before"),
            models.Index(fields=["run"], name="rights_by_run"),
        )

    def __str__(self):
        return f"{self.provision}: family {self.family}, person {self.person}"
