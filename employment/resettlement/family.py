"""Who of a family may move with the person who asks."""

from django.utils import timezone

from socialcode.people.access import wards_of
from socialcode.people.models import Membership, Person
from socialcode.people.models.family import in_force


def may_go_with(person: Person) -> list[Person]:
    """Living members of the registered family, and children and wards, the oldest first. Two queries."""
    today = timezone.localdate()
    own = Membership.objects.filter(in_force(today), person=person).values("family")
    members = Membership.objects.filter(in_force(today), family__in=own).values_list("person", flat=True)
    numbers = {*members, *wards_of(person).values_list("pk", flat=True)} - {person.pk}
    return list(Person.objects.filter(pk__in=numbers, died_on=None).order_by("birth_date", "pk"))
