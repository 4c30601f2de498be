"""What a run over the country counted: how many families and persons stand where. Of this statistics are made."""

from django.db import models

from .run import Run


class LevelCount(models.Model):
    """Families and persons of a district at a level; `level` is empty where it is not known for lack of data."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="level_counts")
    region = models.CharField(max_length=9, blank=True)
    district = models.CharField(max_length=9, blank=True)
    level = models.CharField(max_length=1, blank=True)
    families = models.PositiveIntegerField()
    persons = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["run", "region", "district", "level"], name="one_count_of_a_level_in_a_district"
            ),
        )

    def __str__(self):
        return f"{self.region} {self.district} {self.level or '?'}: {self.families}"


class IndicatorCount(models.Model):
    """Families that lack an indicator for certain, and how many of them are poor by the method."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="indicator_counts")
    indicator = models.CharField(max_length=60)
    lacking = models.PositiveIntegerField()
    lacking_and_poor = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["run", "indicator"], name="one_count_of_an_indicator_a_run"),)

    def __str__(self):
        return f"{self.indicator}: {self.lacking}"
