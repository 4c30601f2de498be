"""Who changes over from one payment to another: the grant of the one ends the other the day before."""

from django.db.models import Q
from django.utils import timezone

from socialcode.decisions.computing import recompute
from socialcode.engine import OneOf
from socialcode.engine.days import days_after
from socialcode.engine.registry import registry
from socialcode.people.models import Register

from .models import Award, Change, Circumstance
from .settling import settle


def end_the_other(award: Award, by) -> None:
    """End what the recipient has changed over from, in the transaction of the grant; its days do not meet the new
    ones. Nothing is ended where no rule of the provision says that they change over."""
    leaves = [one for one in registry.provision(award.provision).excludes if one.changes_over]
    if not leaves or award.person is None:
        return
    found = recompute(award.decision.assessment).explanation
    for one in leaves:
        if found.result(one.changes_over):
            _end(award, one, by)


def _end(award: Award, one: OneOf, by) -> None:
    lasts = Q(until=None) | Q(until__gte=award.since)
    others = Award.objects.filter(lasts, provision=one.provision, person=award.person).exclude(state="ended")
    for other in others.select_for_update(of=("self",)).order_by("pk"):
        if len(other.whom) > 1:  # others of the family still have a right to their part: an officer works it out
            _tell_officer(other, award)
            continue
        made = Change.objects.create(
            award=other,
            kind=Change.Kind.END,
            article=one.article,
            days={"happened": days_after(award.since, -1)},
            first_day=max(award.since, other.since),
        )
        settle(made, by)


def _tell_officer(other: Award, award: Award) -> None:
    Circumstance.objects.create(
        award=other,
        kind=Circumstance.Kind.MEMBER_LEFT,
        source=Circumstance.Source.REGISTER,
        register=Register.AWARDS,
        happened_on=award.since,
        known_on=timezone.localdate(),
    )
