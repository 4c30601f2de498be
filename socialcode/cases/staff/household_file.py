"""What the office's files say of the people of a household: who they are to one another, claims, notes, doubles."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_noop

from socialcode.accounts.access import grant_at
from socialcode.accounts.models import OF_AN_OFFICE, Role, User
from socialcode.cases.models import Claim, Note
from socialcode.engine.days import full_years
from socialcode.people import access
from socialcode.people.models import Membership, Person
from socialcode.people.models.family import in_force
from socialcode.people.spelling import alike

MOST_NOTES = 20
DOUBLES = gettext_noop("Who is probably entered twice")


@dataclass(frozen=True)
class Filed:
    """Of one person: years of age, what they are to the family's head, sent claims (each with whether this officer may
    open it), and others who are probably entered twice."""

    person: Person
    years: int
    kin: str
    claims: list[tuple[Claim, bool]]
    doubles: list[Person]

    @property
    def doubled(self) -> str:
        """Who they are, in words."""
        return "; ".join(f"{other.full_name}, {other.iin}" for other in self.doubles)


@dataclass(frozen=True)
class HouseholdFile:
    """Everybody of a household, and what colleagues wrote down about their claims, the newest first."""

    people: list[Filed]
    notes: list[Note]


def file_of(persons: list[Person], on: datetime.date, *, by: User) -> HouseholdFile:
    """The file of some persons on a day, for one of the staff. Four queries, however many they are."""
    members = Membership.objects.filter(in_force(on), person__in=persons)
    kin = {member.person_id: member.get_kin_display() for member in members}
    claims, doubles = _claims(persons, by), _doubles(persons)
    shown = [double.iin for found in doubles.values() for double in found]
    access.record_list(shown, by=by, purpose=DOUBLES)
    people = [
        Filed(one, full_years(one.birth_date, on), kin.get(one.pk, ""), claims[one.pk], doubles[one.pk])
        for one in persons
    ]
    opened = [claim for found in claims.values() for claim, may_open in found if may_open]
    return HouseholdFile(people, _notes(opened))


def _claims(persons: list[Person], by: User) -> dict[int, list[tuple[Claim, bool]]]:
    """Sent claims by whom they are for, the newest first."""
    of_them = Q(person__in=persons) | Q(subject__in=persons)
    sent = Claim.objects.filter(of_them, submitted_at__isnull=False).select_related("office")
    found = defaultdict(list)
    for claim in sent.order_by("-submitted_at", "-pk"):
        found[claim.subject_id or claim.person_id].append((claim, _may_open(by, claim)))
    return found


def _may_open(user: User, claim: Claim) -> bool:
    return Role.AUDITOR in user.roles or grant_at(user, claim.office, *OF_AN_OFFICE) is not None


def _notes(claims: list[Claim]) -> list[Note]:
    notes = Note.objects.filter(claim__in=claims, is_internal=True).select_related("claim", "by")
    return list(notes.order_by("-at", "-pk")[:MOST_NOTES])


def _doubles(persons: list[Person]) -> dict[int, list[Person]]:
    """Others born on the same day whose names differ in spelling at most."""
    born = Person.objects.filter(birth_date__in={person.birth_date for person in persons})
    by_name = defaultdict(list)
    for other in born.exclude(pk__in=[person.pk for person in persons]):
        by_name[_name(other)].append(other)
    return {person.pk: by_name.get(_name(person), []) for person in persons}


def _name(person: Person) -> tuple[datetime.date, str]:
    return person.birth_date, alike(person.surname, person.given_name)
