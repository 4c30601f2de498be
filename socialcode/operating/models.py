"""What the portal keeps of its own running."""

from django.db import models
from django.utils import timezone


class Heartbeat(models.Model):
    """A process that lives writes when it last did: `beat`, and `worker` for the queues that it empties."""

    name = models.CharField(max_length=60, unique=True)
    at = models.DateTimeField()

    def __str__(self):
        return self.name

    @classmethod
    def write(cls, name: str) -> None:
        cls.objects.update_or_create(name=name, defaults={"at": timezone.now()})


class ErasureQuerySet(models.QuerySet):
    def last_runs(self) -> dict:
        """The last run over each kind, by its name."""
        return {run.name: run for run in self.order_by("name", "-at").distinct("name")}


class Erasure(models.Model):
    """One run over a kind of data whose term was over, or over all kinds: `rows` older than `before` were erased."""

    name = models.CharField(max_length=40)
    before = models.DateTimeField()
    rows = models.PositiveBigIntegerField()
    at = models.DateTimeField(default=timezone.now)

    objects = ErasureQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=["name", "-at"], name="erasure_of"),)

    def __str__(self):
        return f"{self.name}: {self.before:%Y-%m-%d}"
