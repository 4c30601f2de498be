"""People whom the portal finds for a vacancy: what they can and want, and the name only of those who agreed to it."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from employment.seekers.models import Profile, ShownToEmployers
from socialcode.accounts.models import User
from socialcode.people import access as people
from socialcode.people.models import Person

from .access import TO_CHOOSE, record_look
from .matching.for_vacancy import best_candidates
from .models import Vacancy


@dataclass(frozen=True)
class Candidate:
    """Somebody found for a vacancy. `name` is empty until the person lets employers see it."""

    profile: Profile
    name: str
    is_same_trade: bool
    is_near: bool


def found_for(vacancy: Vacancy, *, by: User) -> list[Candidate]:
    """Those who suit best, without those who applied or were invited. Names that it shows are recorded."""
    found = _found(vacancy)
    named = [one.profile.person.iin for one in found if one.name]
    people.record_list(named or [vacancy.title] * bool(found), by=by, purpose=TO_CHOOSE)
    return found


def open_candidate(vacancy: Vacancy, key, *, by: User) -> Candidate:
    """One of those found; the look is recorded, and the person sees it. Raises PermissionDenied."""
    candidate = next((one for one in _found(vacancy) if one.profile.key == key), None)
    if candidate is None:
        raise PermissionDenied
    record_look(candidate.profile.person, vacancy, by=by)
    return candidate


def _found(vacancy: Vacancy) -> list[Candidate]:
    profiles = [match.profile for match in best_candidates(vacancy)]
    numbers = [profile.person_id for profile in profiles]
    asked = set(vacancy.applications.filter(person__in=numbers).values_list("person", flat=True))
    shown = ShownToEmployers.objects.filter(person__in=numbers, ended_at=None)
    shows = set(shown.values_list("person", flat=True))
    persons = Person.objects.in_bulk(numbers)
    found = []
    for profile in profiles:
        if profile.person_id not in asked:
            profile.person = persons[profile.person_id]
            found.append(_candidate(profile, vacancy, shows_name=profile.person_id in shows))
    return found


def _candidate(profile: Profile, vacancy: Vacancy, *, shows_name: bool) -> Candidate:
    is_near = (profile.region, profile.district) == (vacancy.region, vacancy.district)
    is_same = any(wish.trade == vacancy.trade for wish in profile.trades.all())
    return Candidate(profile, profile.person.full_name if shows_name else "", is_same, is_near)
