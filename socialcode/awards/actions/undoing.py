"""An award of which nothing was paid is undone: who agreed to it takes that back."""

from django.utils import timezone

from socialcode.broken_constraint import change
from socialcode.engine.days import days_after

from ..models import Award, Change
from ..settling import settle
from .changing import locked


@change
def undo(*, award: Award, by=None) -> Award:
    """End an award from its first day: it is owed nothing, and bars nobody from asking for the same again.

    Whoever calls has made sure that nothing of it was paid.
    """
    award = locked(award)
    if award.is_undone:
        return award
    made = Change.objects.create(
        award=award,
        kind=Change.Kind.END,
        days={"happened": timezone.localdate(), "last": days_after(award.since, -1)},
        first_day=award.since,
    )
    settle(made, by)
    award = made.award
    award.state, award.is_undone = Award.State.ENDED, True
    award.save(update_fields=["state", "is_undone"])
    return award
