"""What a grant does to other awards: who changes over has the other one ended, what a family shares becomes smaller."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.utils import timezone

from socialcode.decisions.computing import recompute
from socialcode.engine import Effect, OneOf, Provision
from socialcode.engine.days import days_after
from socialcode.engine.facts import Kind
from socialcode.engine.registry import registry
from socialcode.people.models import Register

from .models import Award, Change, Circumstance
from .planning import stands_on
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


def lower_what_is_shared(award: Award) -> None:
    """Tell an officer of each payment of a family of which a member is granted a right of their own: one member more
    takes another payment instead, or has their part apart. The new amount takes two persons, like any other. Nothing is
    told where the member only goes on with a right they had to the day before."""
    if _goes_on(award):
        return
    for shared, counts in _counted_in(award.provision):
        others = _lasting(award, shared.name).filter(whom__overlap=award.whom, whom__len__gt=1)
        for other in others.select_for_update(of=("self",)).order_by("pk"):
            Circumstance.objects.create(
                award=other,
                kind=Circumstance.Kind.MEMBER_LEFT,
                source=Circumstance.Source.REGISTER,
                register=Register.AWARDS,
                happened_on=award.since,
                known_on=timezone.localdate(),
                facts={counts: _so_far(other, counts) + 1},
            )


def _counted_in(provision: str) -> Iterator[tuple[Provision, str]]:
    """The payments of a family that become smaller once a member is granted a right of their own, with the fact that
    counts such members."""
    for shared in registry.provisions.values():
        if shared.members_out and provision in shared.excluded:
            yield shared, shared.members_out
        for follow in shared.follows:
            is_lower = follow.effect == Effect.LOWERS and provision in follow.provisions
            if shared.unit == Award.Unit.FAMILY and is_lower and shared.facts[follow.fact].kind == Kind.NUMBER:
                yield shared, follow.fact


def _goes_on(award: Award) -> bool:
    before = Award.objects.filter(provision=award.provision, whom=award.whom, since__lt=award.since)
    return before.filter(until__gte=days_after(award.since, -1)).exists()


def _so_far(other: Award, counts: str) -> int:
    """How many there are, with those of whom an officer was told and who are not taken into account yet."""
    waiting = other.circumstances.filter(closed_at=None, facts__has_key=counts)
    told = [facts[counts] for facts in waiting.values_list("facts", flat=True)]
    return max(int(stands_on(other).facts.get(counts, {}).get("value") or 0), *told, 0)


def _lasting(award: Award, provision: str) -> QuerySet[Award]:
    """Awards of a provision that are still due on the first day of another one."""
    lasts = Q(until=None) | Q(until__gte=award.since)
    return Award.objects.filter(lasts, provision=provision).exclude(state=Award.State.ENDED)


def _end(award: Award, one: OneOf, by) -> None:
    own = _lasting(award, one.provision).filter(person=award.person, whom__len=1)  # others of a family keep their part
    for other in own.select_for_update(of=("self",)).order_by("pk"):
        made = Change.objects.create(
            award=other,
            kind=Change.Kind.END,
            article=one.article,
            days={"happened": days_after(award.since, -1)},
            first_day=max(award.since, other.since),
        )
        settle(made, by)
