"""The rows of registers about people looked at together: each table is read once for all, and only if a fact asks."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from socialcode.engine.days import full_years, years_after
from socialcode.people.models import Address, LegalRepresentation, Membership, Person
from socialcode.people.models.family import in_force
from socialcode.people.models.person import ADULT_AT

TIES = LegalRepresentation.objects.select_related("represented")


class RegisterRows:
    """What registers hold of people of whom facts are asked together, as of a day."""

    def __init__(self, persons: Iterable[Person], on: datetime.date):
        self.persons = {person.pk: person for person in persons}
        self.on = on
        self._read: dict[tuple, dict[str, dict[int, list]]] = {}

    def rows(self, queryset: QuerySet, by: str) -> Mapping[int, list]:
        """The rows of a query by the person whom the foreign key `by` names; the same query is read once, also where it
        is asked for by several of its foreign keys."""
        query = queryset.query
        asked = (queryset.model, query.where, query.order_by, query.standard_ordering, repr(query.select_related))
        if asked not in self._read:
            keys = [f.name for f in queryset.model._meta.get_fields() if f.many_to_one and f.related_model is Person]
            self._read[asked] = {key: defaultdict(list) for key in keys}
            about = reduce(or_, (Q(**{f"{key}__in": list(self.persons)}) for key in keys))
            for row in queryset.filter(about):
                for key, found in self._read[asked].items():
                    found[getattr(row, f"{key}_id")].append(row)
        return self._read[asked][by]

    @cached_property
    def families(self) -> "RegisterRows":
        """Everybody who belongs to a family of these people on the day."""
        members = [membership.person for rows in self.memberships.values() for membership in rows]
        return RegisterRows(members, self.on)

    @cached_property
    def memberships(self) -> Mapping[int, list[Membership]]:
        """By person: the memberships in force of that person's whole family; nothing where no family is registered."""
        rows = Membership.objects.filter(in_force(self.on)).select_related("person")
        own = Membership.objects.filter(in_force(self.on), person__in=list(self.persons))
        members = defaultdict(list)
        for membership in rows.filter(family__in=own.values("family")).order_by("pk"):
            members[membership.family_id].append(membership)
        return {m.person_id: found for found in members.values() for m in found if m.person_id in self.persons}


@dataclass(frozen=True)
class Records:
    """What is written of one person. `parent` is who asks for a child; `told` are the facts that say where a
    series of months or a term ends, as the engine takes them."""

    read_together: RegisterRows
    person: Person
    parent: Person | None = None
    told: Mapping[str, Any] = field(default_factory=dict)

    @property
    def on(self) -> datetime.date:
        return self.read_together.on

    def rows(self, queryset: QuerySet, by: str = "person") -> list:
        return self.read_together.rows(queryset, by).get(self.person.pk, [])

    def in_force(self, queryset: QuerySet, by: str = "person") -> list:
        """Rows whose period contains the day, the newest first."""
        rows = self.rows(queryset, by)
        found = [row for row in rows if row.since <= self.on and (row.until is None or row.until >= self.on)]
        return sorted(found, key=lambda row: row.since, reverse=True)

    @property
    def address(self) -> Address | None:
        """Where the person is registered; of several the newest."""
        return next(iter(self.in_force(Address.objects.current())), None)

    @property
    def family(self) -> list["Records"]:
        """The members of the family, the person included; nothing where no family is registered."""
        members = self.read_together.memberships.get(self.person.pk, [])
        return [Records(self.read_together.families, membership.person) for membership in members]

    @property
    def children_of_family(self) -> list["Records"]:
        members = self.read_together.memberships.get(self.person.pk, [])
        return [Records(self.read_together.families, m.person) for m in members if m.kin == Membership.Kin.CHILD]

    @property
    def tie(self) -> LegalRepresentation | None:
        """What ties the child to who asks."""
        ties = self.in_force(TIES, by="represented")
        return next((tie for tie in ties if self.parent and tie.representative_id == self.parent.pk), None)

    @property
    def raised(self) -> list[LegalRepresentation]:
        """The children of a person, the oldest first; those whom the person lost the right to raise are left out."""
        return sorted(
            (tie for tie in self.rows(TIES, by="representative") if self._raised(tie)),
            key=lambda tie: (tie.represented.birth_date, tie.represented.iin),
        )

    def _raised(self, tie: LegalRepresentation) -> bool:
        ends = {years_after(tie.represented.birth_date, ADULT_AT), tie.represented.died_on} - {None}
        return tie.since <= self.on and (tie.until is None or tie.until >= min(ends))

    @property
    def age(self) -> int:
        """Full years."""
        return full_years(self.person.birth_date, self.on)
