"""For whom a right is, as keys: two rights of one provision that share a key are for the same.

A key is `person:` and a number for whom a register knows, `named:` and a key for whom only a claimant named, and
`claim:` or `award:` with its own key where one of former times names nobody. A family is the keys of everybody in it.
"""

import datetime
from collections.abc import Collection, Iterable

from django.db import connection
from django.db.models import Q

from socialcode.engine import Provision
from socialcode.people.models import LegalRepresentation, Membership, Person
from socialcode.people.models.family import in_force
from socialcode.people.models.person import adults_were_born_by
from socialcode.people.spelling import alike

from .models import Award, NamedPerson
from .models.keys import PERSON

LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"
Role = NamedPerson.Role


def role_named(provision: Provision) -> str:
    """As what a claim for the provision names somebody besides who asks; empty where it names nobody."""
    return Role.CHILD if provision.unit == "child" else provision.about


def of_person(person: Person) -> str:
    return f"{PERSON}{person.pk}"


def of_family(person: Person, on: datetime.date) -> list[str]:
    """Everybody of the person's family on a day; where none is registered, the person and their own children.

    A child under 18 whom no register puts into a family belongs to the parents' one; one who lives in another
    registered family belongs to that.
    """
    return of_family_and_perhaps(person, on)[0]


def of_family_and_perhaps(person: Person, on: datetime.date, counted: int = 0) -> tuple[list[str], list[str]]:
    """The same, and own children of other registered families where the person counts more than live with them.

    Whom they count is not known: a stepchild may be in no register. So these are looked at by a person and bar nothing.
    """
    members, elsewhere = _households([person.pk], on)[person.pk]
    counts_more = elsewhere and counted > _under_18(members, on)
    return _keys(members), _keys(elsewhere) if counts_more else []


def of_families(persons: Collection[int], on: datetime.date) -> dict[int, list[str]]:
    """What `of_family` says, by the number of each of these persons: three queries, however many they are."""
    return {person: _keys(members) for person, (members, _elsewhere) in _households(persons, on).items()}


def _households(persons: Collection[int], on: datetime.date) -> dict[int, tuple[set[int], set[int]]]:
    """By a person's number everybody of the family, and own children who live in other registered families."""
    rows = Membership.objects.filter(in_force(on), family__in=_families(persons, on)).values_list("family", "person")
    members = {person: {person} for person in persons}
    for home in _grouped(rows).values():
        for person in home & members.keys():
            members[person] |= home
    raising = _raised_by(set().union(*members.values()), on).values_list("representative", "represented")
    raised = _grouped(raising)
    wards = set().union(*raised.values())
    registered = set(Membership.objects.filter(in_force(on), person__in=wards).values_list("person", flat=True))
    found = {}
    for person, home in members.items():
        own = {ward for member in home for ward in raised.get(member, ())} - home
        found[person] = home | (own - registered), own & registered
    return found


def _grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return found


def _keys(persons: Iterable[int]) -> list[str]:
    return sorted(f"{PERSON}{person}" for person in persons)


def circle(person: Person, on: datetime.date) -> set[int]:
    """Who may ask for the same children as the person: the family, and whoever else raises a child of it."""
    members = Membership.objects.filter(in_force(on), family__in=_families([person], on)).values_list(
        "person", flat=True
    )
    known = {person.pk, *members}
    children = set(_raised_by(known, on).values_list("represented", flat=True)) | known
    raising = LegalRepresentation.objects.filter(in_force(on), represented__in=children)
    return known | set(raising.values_list("representative", flat=True))


def children_of(persons: Collection[int], on: datetime.date) -> set[int]:
    """The children under 18 whom any of these persons raises or has in the family."""
    of_families = Membership.objects.filter(
        in_force(on),
        family__in=_families(persons, on),
        kin=Membership.Kin.CHILD,
        person__birth_date__gt=adults_were_born_by(on),
    )
    raised = _raised_by(persons, on).values_list("represented", flat=True)
    return {*of_families.values_list("person", flat=True), *raised}


def _under_18(persons: Collection[int], on: datetime.date) -> int:
    return Person.objects.filter(pk__in=persons, birth_date__gt=adults_were_born_by(on), died_on=None).count()


def _families(persons: Iterable, on: datetime.date):
    return Membership.objects.filter(in_force(on), person__in=persons).values("family")


def _raised_by(persons: Collection[int], on: datetime.date):
    return LegalRepresentation.objects.filter(
        in_force(on),
        representative__in=persons,
        represented__birth_date__gt=adults_were_born_by(on),
        represented__died_on=None,
    )


def one_at_a_time(*about: str) -> None:
    """Let nobody else look at or change rights about the same until this transaction ends."""
    with connection.cursor() as cursor:
        for text in sorted(set(about)):
            cursor.execute(LOCK, [text])


def recognise(named: NamedPerson, on: datetime.date) -> str:
    """The key of who that is: of a register, or whom another relative named; else an own one. Kept on the row.

    Who was recognised once stays that person, whatever day is asked about.
    """
    if named.whom.startswith("person:"):
        return named.whom
    found = _in_a_register(named, on) or _named_before(named, on) or named.whom or f"named:{named.key}"
    if found != named.whom:
        _is_really(named, found)
    return found


def recognise_as(person: Person, on: datetime.date) -> None:
    """Whom a relative named before a register knew them may be this person: rights given so are this person's."""
    spelling = alike(person.surname, person.given_name)
    for named in NamedPerson.objects.filter(birth_date=person.birth_date, spelling=spelling).order_by("pk"):
        recognise(named, on)


def also_known_as(keys: Iterable[str]) -> list[str]:
    """The keys, and those that rights may still carry from before somebody was recognised."""
    given = list(keys)
    before = NamedPerson.objects.filter(whom__in=given).values_list("key", flat=True)
    return sorted({*given, *(f"named:{key}" for key in before)})


def _in_a_register(named: NamedPerson, on: datetime.date) -> str:
    if named.iin and (person := Person.objects.filter(iin=named.iin).first()):
        return of_person(person)
    if named.role == Role.CARED_FOR:
        return ""
    same = Person.objects.filter(birth_date=named.birth_date)
    if named.role == Role.CHILD:
        same = same.filter(pk__in=children_of(circle(named.told_by, on), on))
    else:
        same = same.filter(died_on=named.died_on)
    return next((of_person(p) for p in same if alike(p.surname, p.given_name) == named.spelling), "")


def _named_before(named: NamedPerson, on: datetime.date) -> str:
    """A death is known by its days and a name, whoever names it; a child by the family, the day of birth and a name."""
    same_iin = Q(iin=named.iin) if named.iin else Q(pk__in=[])
    same = Q(birth_date=named.birth_date, died_on=named.died_on, spelling=named.spelling)
    if named.role == Role.CHILD:
        same &= Q(told_by__in=circle(named.told_by, on))
    if named.role == Role.CARED_FOR:
        same = Q(pk__in=[])
    others = NamedPerson.objects.filter(same_iin | same, role=named.role).exclude(pk=named.pk).exclude(whom="")
    first = others.order_by("pk").first()
    return first.whom if first else ""


def _is_really(named: NamedPerson, key: str) -> None:
    """Rights that carry the former key carry the new one from now on; two that are one after all are refused."""
    before, named.whom = named.whom, key
    NamedPerson.objects.filter(whom=before).update(whom=key) if before else None
    named.save(update_fields=["whom"])
    person = int(key.removeprefix("person:")) if key.startswith("person:") else None
    for award in Award.objects.filter(whom__contains=[before]) if before else ():
        award.whom = [key if one == before else one for one in award.whom]
        award.subject_id = person or award.subject_id
        award.save(update_fields=["whom", "subject"])
