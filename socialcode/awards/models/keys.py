"""The persons among the keys of a right (see `awards.whom`)."""

from collections.abc import Collection, Iterable

from socialcode.people.models import Person

PERSON = "person:"


def persons_of(keys: Iterable[str], known: Collection = ()) -> list[Person]:
    """Whom registers know of those a right is for, without those who are known already."""
    numbers = {int(key.removeprefix(PERSON)) for key in keys if key.startswith(PERSON)}
    numbers -= {one.pk for one in known if isinstance(one, Person)}
    return list(Person.objects.filter(pk__in=numbers)) if numbers else []
