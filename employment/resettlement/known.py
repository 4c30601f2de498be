"""What registers say today of the facts that an application to move rests on."""

from typing import Any

from django.utils import timezone

from socialcode.engine.registry import registry
from socialcode.people.models import Person
from socialcode.registers.frames.household import RegisterRows
from socialcode.registers.known import look_up, values_of

from .supports import CERTIFICATE, MONEY, RENT


def known_of(person: Person) -> dict[str, Any]:
    """By fact; nothing is asked of what stands here."""
    facts = {}
    for name in (MONEY, RENT, CERTIFICATE):
        facts |= registry.provision(name).facts
    rows = RegisterRows([person], timezone.localdate())
    return values_of(look_up(facts.values(), rows, person, None))
