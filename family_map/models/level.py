"""How a family stands by the last run that changed it, and how it stood before."""

from django.db import models

from .run import Run


def between(first, last) -> str:
    """What is known between two limits, such as `C` or `C–E`; empty where there is none."""
    if first is None:
        return ""
    return str(first) if first == last else f"{first}–{last}"


class Standing(models.Model):
    """What a run found of a family. Levels are letters; where data are missing `level` is None between the two limits.

    `points_*` are of 100; `lacking` and `unknown` have a bit for each of `run.indicators`, the first one lowest.
    `region` and `district` are KATO codes of the head's address, `by_points` the level by the table of points.
    """

    region = models.CharField(max_length=9, blank=True)
    district = models.CharField(max_length=9, blank=True)
    is_rural = models.BooleanField(null=True)
    members = models.PositiveSmallIntegerField()
    children = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=1, null=True)  # noqa: DJ001 - not known, which no letter says
    level_at_best = models.CharField(max_length=1)
    level_at_worst = models.CharField(max_length=1)
    is_poor = models.BooleanField(null=True)
    points_at_best = models.PositiveSmallIntegerField()
    points_at_worst = models.PositiveSmallIntegerField()
    by_points = models.CharField(max_length=1, null=True)  # noqa: DJ001
    lacking = models.BigIntegerField()
    unknown = models.BigIntegerField()

    class Meta:
        abstract = True

    @property
    def levels(self) -> str:
        """The level, or the first and the last that it may be."""
        return between(self.level_at_best, self.level_at_worst)

    @property
    def points(self) -> str:
        """Points of 100, or the least and the most that they may be."""
        return between(self.points_at_worst, self.points_at_best)


class FamilyLevel(Standing):
    """How a family stands now; `run` is the one that last found something new.

    No foreign key holds it to the family's row: six million checks would cost more than what they find, for only
    families that were just read are written, and one that is no more loses its row in the same statement.
    """

    family_id = models.BigIntegerField(primary_key=True)
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="levels", db_constraint=False, db_index=False)

    class Meta:
        indexes = (
            models.Index(fields=["region", "district", "level_at_best"], name="level_of_a_territory"),
            models.Index(fields=["run"], name="level_by_run"),
        )

    def __str__(self):
        return f"family {self.family_id}: {self.level or '?'}"


class EarlierLevel(Standing):
    """How a family stood from the run `run` until `replaced_by` found something else. Only ever added."""

    family_id = models.BigIntegerField()
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    replaced_by = models.ForeignKey(
        Run, on_delete=models.PROTECT, related_name="replaced", db_constraint=False, db_index=False
    )

    class Meta:
        constraints = (models.UniqueConstraint(fields=["family_id", "replaced_by"], name="one_earlier_level_a_run"),)
        indexes = (models.Index(fields=["replaced_by"], name="earlier_level_by_run"),)

    def __str__(self):
        return f"family {self.family_id} until run {self.replaced_by_id}: {self.level or '?'}"
