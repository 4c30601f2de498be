"""What registers hold of a few people, read once for all of them, and only as far as a fact asks."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from django.utils import timezone

from socialcode.engine import Fact
from socialcode.engine.derived import Household, Nation, Said, derivations
from socialcode.engine.registry import registry
from socialcode.people.models import Membership, Person, Register
from socialcode.people.models.family import in_force

from .reading import Table, read
from .sources import receipts, sources

A_DAY = datetime.date(2026, 1, 1)
NOTHING: Sequence[int] = ()


class RegisterRows:
    """What registers say of people of whom facts are asked together, as of a day."""

    def __init__(self, persons: Iterable[Person], on: datetime.date):
        self.persons = {person.pk: person for person in persons}
        self.on = on
        self._everybody = dict(self.persons)
        self._read: dict[str, Table] = {}
        self.household = Household(derivations, self, on, registry.values(on))

    def said(self, fact: str, subject: Person, asker: Person, told: Mapping[str, Any]) -> Said:
        """What registers say of a fact of the subject, for whom the asker asks."""
        return self.household.said(fact, subject.pk, asker.pk, told)

    def step(self, name: str, person: Person) -> Any:
        """A step of the derivations for a person: a plain value, or None while it is unknown."""
        return self.household.scope(person.pk, person.pk).value(name).it

    def prepare(self, facts: Collection[Fact]) -> None:
        """Read what some facts rest on; where one is about the family, of all of its members."""
        if any(derivations.asks_the_family(fact.name) for fact in facts):
            members = {one.person_id: one.person for found in self.memberships.values() for one in found}
            if members.keys() - self._everybody.keys():
                self._everybody |= members
                self._read.clear()
        self._fetch({table for fact in facts for table in tables_behind(fact.name)})

    def _fetch(self, names: Collection[str]) -> None:
        """Read tables that were not read yet, in one query."""
        missing = [sources.known[name] for name in sorted(names) if name not in self._read]
        self._read |= read(missing, self._everybody)

    @cached_property
    def memberships(self) -> Mapping[int, list[Membership]]:
        """By person: the memberships in force of that person's whole family; nothing where no family is registered."""
        rows = Membership.objects.filter(in_force(self.on)).select_related("person")
        own = Membership.objects.filter(in_force(self.on), person__in=list(self.persons))
        members = defaultdict(list)
        for membership in rows.filter(family__in=own.values("family")).order_by("pk"):
            members[membership.family_id].append(membership)
        return {one.person_id: found for found in members.values() for one in found}

    def members(self, person: int) -> Sequence[int]:
        return [membership.person_id for membership in self.memberships.get(person, NOTHING)]

    def value(self, name: str, person: int) -> Any:
        """What registers give of a person by its name (see `sources`)."""
        if name == "kin":
            return next((one.kin for one in self.memberships.get(person, NOTHING) if one.person_id == person), None)
        found = self._everybody[person]
        if name in ("population", "civil_status"):
            return receipts.of(Register[name.upper()], timezone.localdate(found.received_at))
        return getattr(found, name)

    def rows(self, name: str, person: int) -> tuple[Mapping[str, Sequence], Sequence[int]]:
        """The columns of a source, and the places of the rows of a person in them."""
        self._fetch({name})
        columns, places = self._read[name]
        return columns, places.get(person, NOTHING)


@lru_cache(maxsize=1024)
def tables_behind(fact: str) -> frozenset[str]:
    """The tables that a fact is derived from: whatever the day, its formula asks for the same."""
    whole = Nation(derivations, {fact: registry.facts[fact]}, A_DAY, registry.values(A_DAY))
    return frozenset(whole.tables)
