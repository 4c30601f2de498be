"""A long work in slices: rows, each worked through in one transaction. Killed in the middle, it never was."""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, models, transaction

logger = logging.getLogger(__name__)
TRIES = 3


class SliceQuerySet(models.QuerySet):
    def left(self):
        return self.filter(done_at=None)

    def to_do(self):
        """Those left that were not tried `TRIES` times: one bad slice holds up no other."""
        return self.left().filter(failures__lt=TRIES)

    def given_up(self):
        return self.left().filter(failures__gte=TRIES)

    def next_free(self):
        """The next slice that nobody works on, what failed last; locked until the transaction ends, so that one whose
        worker dies is free again.
        """
        free = self.to_do().order_by("failures", "pk")
        return free.select_for_update(skip_locked=True, of=("self",)).first()


class Slice(models.Model):
    """What every row of a slice has: `expected` are how many things it holds; of tries that went wrong, how many and
    the last one's error."""

    expected = models.PositiveIntegerField()
    done_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=300, blank=True)

    objects = SliceQuerySet.as_manager()

    class Meta:
        abstract = True


def work_on_next(next_free: Callable, work: Callable, cut_up: Callable = lambda part: False) -> bool:
    """Work through the slice that `next_free` gives. False where it gives none: all are done or taken, or it rests.

    What goes wrong in a slice is written beside it, or `cut_up` puts smaller ones in its place and says so; it stops no
    other. A database that does not answer is raised.
    """
    part = None
    try:
        with transaction.atomic():
            part = next_free()
            if part:
                work(part)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        logger.exception("a slice failed", extra={"slice": part and f"{part._meta.label} {part.pk}"})
        _note_failure(part, error, cut_up)
    return part is not None


@transaction.atomic
def _note_failure(part: models.Model | None, error: Exception, cut_up: Callable) -> None:
    of = type(part)
    held = of.objects.select_for_update().filter(pk=part.pk, done_at=None).first() if part else None
    if held is None or cut_up(held):
        return
    held.failures += 1
    held.failure = f"{type(error).__name__}: {error}"[: of._meta.get_field("failure").max_length]
    held.save(update_fields=["failures", "failure"])
