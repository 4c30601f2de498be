"""Whether a person wants messages of new vacancies that suit them."""

from employment.seekers.models import Profile
from employment.vacancies import policies
from employment.vacancies.models import MatchNews
from socialcode.broken_constraint import change
from socialcode.people.access import own_person


@change
def want(*, is_wanted: bool, by) -> MatchNews:
    """Keep it; said twice it is said once. Raises NotAllowedError for who is no citizen."""
    person = own_person(by)
    policies.check_can_keep(person)
    profile = Profile.objects.get_or_create(person=person)[0]
    return MatchNews.objects.update_or_create(profile=profile, defaults={"is_wanted": is_wanted})[0]
