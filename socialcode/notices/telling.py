"""In which language and on which way a person is told: their own choice."""

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
    if is_code:
        return {Channel.SMS}
    reachable = {Channel.SMS} if person.phone else set()
    reachable |= {Channel.EMAIL} if person.email else set()
    if len(reachable) == 1:
        return reachable
    telling = Telling.objects.filter(person=person).first()
    return reachable & CHANNELS[telling.way if telling else Way.BOTH] or reachable
