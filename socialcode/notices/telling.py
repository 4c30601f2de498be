"""In which language and on which way a person is told: their own choice."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.people.models import Person

from .models import Delivery, Telling

Channel, Way = Delivery.Channel, Telling.Way
CHANNELS = {Way.BOTH: {Channel.SMS, Channel.EMAIL}, Way.SMS: {Channel.SMS}, Way.EMAIL: {Channel.EMAIL}}


@transaction.atomic
def choose(*, person, language, way, by):
    """Keep how somebody wants to be told from now on; by e-mail only means nothing without an address."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    person.language = language
    person.save(update_fields=["language"])
    telling, _made = Telling.objects.update_or_create(person=person, defaults={"way": way, "chosen_at": timezone.now()})
    record(EventKind.TELLING_CHOSEN, on=person, by=by, outcome=f"{language}, {way}")
    return telling


def has_chosen(person: Person) -> bool:
    """Whether somebody ever said how they want to be told."""
    return Telling.objects.filter(person=person).exists()


def channels_of(person: Person, *, is_code: bool) -> set[str]:
    """The channels on which a person is told something: as chosen, and never none that could reach them."""
    return channels_of_each([person], is_code=is_code)[person.pk]


def channels_of_each(persons: Collection[Person], *, is_code: bool) -> dict[int, set[str]]:
    """The same for many, by their numbers: one query at most."""
    if is_code:
        return {person.pk: {Channel.SMS} for person in persons}
    reachable = {person.pk: _reachable(person) for person in persons}
    choosing = [number for number, ways in reachable.items() if len(ways) > 1]
    chosen = dict(Telling.objects.filter(person__in=choosing).values_list("person", "way")) if choosing else {}
    return {number: ways & CHANNELS[chosen.get(number, Way.BOTH)] for number, ways in reachable.items()}


def _reachable(person: Person) -> set[str]:
    return {way for way, address in ((Channel.SMS, person.phone), (Channel.EMAIL, person.email)) if address}
