"""Claims and payments that are probably for the same as a claim, though their keys differ. A person looks at them.

Two people are probably the same where they were born on one day and either their names differ in spelling only, or one
of them is in no register and the same family asks for both.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from socialcode.awards import whom
from socialcode.awards.models import Award, NamedPerson
from socialcode.people.models import Person
from socialcode.people.spelling import alike

from .assessing import provision_of
from .models import Claim
from .models.claim import IN_WORK


@dataclass(frozen=True)
class Before:
    """A right that was asked for or granted: for whom, by whom, under which number of a claim."""

    is_for: Person | NamedPerson | None
    asked_by: int | None
    keys: tuple[str, ...]
    number: str

    @property
    def words(self) -> str:
        """For the staff: who, born when, in which claim."""
        who = f"{self.is_for.full_name}, {self.is_for.birth_date:%d.%m.%Y}, " if self.is_for else ""
        return f"{who}№ {self.number}"


def probable(claim: Claim) -> list[str]:
    """Each probable double in words for the staff."""
    finder = _of_a_family if provision_of(claim).unit == "family" else _of_one
    return sorted({before.words for before in finder(claim)})


def _of_one(claim: Claim) -> Iterator[Before]:
    about, family = claim.is_for or claim.person, _Family(claim)
    for before in _before(claim, _perhaps(claim, about, family)):
        if _spelling(before.is_for) == _spelling(about) or family.asks_for(before):
            yield before


def _perhaps(claim: Claim, about: Person | NamedPerson, family: "_Family") -> Q:
    """Claims or awards for those of the same day whose names are alike, and for those of the same day for whom the
    family asks: a thousand children are born on a day, and none of the others is fetched."""
    same_day = Q(birth_date=about.birth_date)
    if getattr(about, "died_on", None):
        same_day |= Q(died_on=about.died_on)
    persons, named = Person.objects.filter(same_day), NamedPerson.objects.filter(same_day)
    names = persons.values_list("pk", "surname", "given_name")
    alike_ones = [person for person, surname, given in names if alike(surname, given) == _spelling(about)]
    if claim.is_for is None:
        return Q(person__in=alike_ones)
    found = Q(subject__in=alike_ones) | Q(named__in=named.filter(spelling=_spelling(about)))
    if claim.named or named.exists():
        is_of_family = Q(person__in=family.circle) | Q(subject__in=family.children)
        found |= (Q(subject__in=persons) | Q(named__in=named)) & is_of_family
    return found


def _of_a_family(claim: Claim) -> Iterator[Before]:
    """Of one family to the eye, though the registers put its members into several."""
    family = _Family(claim)
    keys = [f"person:{person}" for person in family.circle | family.children]
    yield from _before(claim, Q(whom__overlap=keys) | Q(person__in=family.circle))


class _Family:
    """Who may ask for the same children as the person of a claim."""

    def __init__(self, claim: Claim):
        self.claim = claim

    @cached_property
    def circle(self) -> set[int]:
        return whom.circle(self.claim.person, self.claim.on)

    @cached_property
    def children(self) -> set[int]:
        return whom.children_of(self.circle, self.claim.on)

    def asks_for(self, before: Before) -> bool:
        """Whether the family asks for both, and at least one of them is in no register: twins in it are two people."""
        if isinstance(before.is_for, Person) and self.claim.named is None:
            return False
        is_of_family = isinstance(before.is_for, Person) and before.is_for.pk in self.children
        return is_of_family or before.asked_by in self.circle


def _before(claim: Claim, about: Q) -> Iterator[Before]:
    """What was asked for or granted by the same provision, for others than the claim is for, and still counts."""
    own = set(whom.also_known_as(claim.whom))
    for other in [*_claims(claim, about), *_awards(claim, about)]:
        if not own & set(other.keys):
            yield other


def _claims(claim: Claim, about: Q) -> Iterator[Before]:
    found = Claim.objects.filter(about, provision=claim.provision, status__in=IN_WORK).exclude(pk=claim.pk)
    for other in found.select_related("person", "subject", "named"):
        yield Before(other.is_for or other.person, other.person_id, tuple(other.whom), other.number)


def _awards(claim: Claim, about: Q) -> Iterator[Before]:
    lasts = Q(pays=Award.Pays.ONCE) | Q(until=None) | Q(until__gte=claim.on)
    found = Award.objects.filter(about, lasts, provision=claim.provision).exclude(decision__claim=claim)
    for award in found.select_related("person", "subject", "named", "decision__claim"):
        number = award.decision.claim.number if award.decision.claim else None
        who = award.subject or award.named or award.person
        yield Before(who, award.person_id, tuple(award.whom), number or f"{award.since:%d.%m.%Y}")


def _spelling(who: Person | NamedPerson | None) -> str:
    return alike(who.surname, who.given_name) if who else ""
