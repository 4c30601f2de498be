"""A family by what registers say, as a household: the rights of everybody, and those for a child."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from socialcode.engine import Provision
from socialcode.engine.parameters import Values
from socialcode.engine.registry import registry
from socialcode.entitlement.months import law_on
from socialcode.law.values import values_on
from socialcode.people.models import Person
from socialcode.registers.frames.household import RegisterRows
from socialcode.registers.known import look_up, values_of

from ..assessing import region_of


@dataclass(frozen=True, eq=False)
class Member:
    """A person in their own right, or as the child for whom the applicant has one."""

    number: int
    person: Person
    is_applicant: bool
    as_child: bool
    received: frozenset[str]


class RegisteredHousehold:
    """The applicant and the other persons on a day (see `entitlement.household.Household`).

    What a family shares is looked at once, for the applicant. `received` are the names of provisions in payment by the
    person's primary key.
    """

    def __init__(
        self, applicant: Person, others: Iterable[Person], on: datetime.date, received: Mapping[int, Iterable[str]]
    ):
        self.applicant, self.others, self.on = applicant, [person for person in others if person != applicant], on
        self.received = received
        self.provisions = [provision for provision in registry.provisions.values() if provision.is_law_on(on)]
        places = [(applicant, False), *((person, as_child) for person in self.others for as_child in (False, True))]
        self.subjects = [
            Member(number, person, person == applicant, as_child, frozenset(received.get(person.pk, ())))
            for number, (person, as_child) in enumerate(places)
        ]
        self._rows = RegisterRows({applicant, *self.others}, on)  # read once for all of them
        self._known: dict[int, dict[str, Any]] = {}

    @cached_property
    def values(self) -> Values:
        """The law of the day, with the figures of the region where the applicant lives."""
        return values_on(self.on, region_of(self.applicant, self._rows))

    def asked_of(self, member: Member) -> list[Provision]:
        """The provisions whose row this member is: a child's for a child, the family's for the applicant only."""
        if member.as_child:
            return [provision for provision in self.provisions if provision.unit == "child"]
        shared = ("child",) if member.is_applicant else ("child", "family")
        return [provision for provision in self.provisions if provision.unit not in shared]

    def known_of(self, member: Member) -> Mapping[str, Any]:
        """What registers know of a member, by the names of facts."""
        if member.number not in self._known:
            facts = {name: fact for provision in self.asked_of(member) for name, fact in provision.facts.items()}
            whom = (self.applicant, member.person) if member.as_child else (member.person, None)
            self._known[member.number] = values_of(look_up(facts.values(), self._rows, *whom))
        return self._known[member.number]

    def as_of(self, on: datetime.date) -> "RegisteredHousehold":
        """The same household on another day, under the law of that day."""
        moved = RegisteredHousehold(self.applicant, self.others, on, self.received)
        moved.values = law_on(self.values, on)
        return moved
