"""People whom the portal finds for a vacancy: what they can and want, and the name only of those who agreed to it."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet

from employment.seekers.models import Profile, ProfileTrade, Reach, ShownToEmployers
from socialcode.accounts.models import User
from socialcode.people import access as people

from .access import TO_CHOOSE, record_look
from .models import Application, Vacancy

MOST = 50


@dataclass(frozen=True)
class Candidate:
    """Somebody found for a vacancy. `name` is empty until the person lets employers see it."""

    profile: Profile
    name: str
    is_same_trade: bool
    is_near: bool


def found_for(vacancy: Vacancy, *, by: User) -> list[Candidate]:
    """The best candidates, those of the same trade and district first; who applied or was invited is left out."""
    profiles = sorted(_fitting(vacancy)[: MOST * 4], key=lambda profile: _order(profile, vacancy))[:MOST]
    found = [_candidate(profile, vacancy) for profile in profiles]
    named = [one.profile.person.iin for one in found if one.name]
    people.record_list(named or [vacancy.title] * bool(found), by=by, purpose=TO_CHOOSE)
    return found


def open_candidate(vacancy: Vacancy, key, *, by: User) -> Candidate:
    """One of those found; the look is recorded, and the person sees it. Raises PermissionDenied."""
    profile = _fitting(vacancy).filter(key=key).first()
    if profile is None:
        raise PermissionDenied
    record_look(profile.person, vacancy, by=by)
    return _candidate(profile, vacancy)


def _fitting(vacancy: Vacancy) -> QuerySet[Profile]:
    """Who looks for work of the same or a near trade, within reach, for no more than it pays."""
    near = Q(trades__trade__startswith=vacancy.trade[:3])
    within = Q(region=vacancy.region, reach=Reach.REGION) | Q(reach=Reach.COUNTRY) | Q(will_move=True)
    within |= Q(region=vacancy.region, district=vacancy.district)
    paid = Q(least_pay=None) | Q(least_pay__lte=vacancy.pay_to or vacancy.pay_from)
    fit = Q() if vacancy.accessible else Q(needs_access=False)
    asked = Application.objects.filter(vacancy=vacancy, person=OuterRef("person"))
    shown = ShownToEmployers.objects.filter(person=OuterRef("person"), ended_at=None)
    same = ProfileTrade.objects.filter(profile=OuterRef("pk"), trade=vacancy.trade)
    return (
        Profile.objects.filter(near, within, paid, fit, is_looking=True)
        .exclude(Exists(asked))
        .annotate(shows_name=Exists(shown), same_trade=Exists(same))
        .select_related("person")
        .prefetch_related("trades")
        .distinct()
        .order_by("-same_trade", "pk")
    )


def _order(profile: Profile, vacancy: Vacancy) -> tuple:
    return (not profile.same_trade, profile.district != vacancy.district, profile.region != vacancy.region, profile.pk)


def _candidate(profile: Profile, vacancy: Vacancy) -> Candidate:
    name = profile.person.full_name if profile.shows_name else ""
    is_near = (profile.region, profile.district) == (vacancy.region, vacancy.district)
    return Candidate(profile, name, profile.same_trade, is_near)
