"""What is new to somebody, as their pages show it."""

from employment.seekers.models import Profile
from employment.vacancies import terms
from employment.vacancies.models import MatchNews, NewMatch
from socialcode.people.models import Person

MOST = 20


def new_to(person: Person):
    """New matches of the last days of which the vacancy is open, the best first."""
    rows = NewMatch.objects.open().filter(profile__person=person, found_at__gte=terms.new_since())
    return rows.order_by("-points", "-found_at", "pk")[:MOST]


def is_wanted(profile: Profile) -> bool:
    return not MatchNews.objects.filter(profile=profile, is_wanted=False).exists()
