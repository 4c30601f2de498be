"""Who walks in: found by what they say or show, with their claims and what they receive."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from socialcode.accounts.models import User
from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.cases.staff.queue import offices_of
from socialcode.cases.staff.searching import IIN, SIGNS, search
from socialcode.people import access
from socialcode.people.models import Person
from socialcode.people.models.family import in_force

MOST = 20


@dataclass(frozen=True)
class Visitor:
    """A person at the counter: claims, the newest first, and awards that are paid or were made today or later."""

    person: Person
    claims: list[Claim]
    awards: list[Award]


def find(text: str, *, by: User) -> list[Person]:
    """People who fit: who asks in claims of one's offices, and by IIN whoever lives in the territory."""
    found = {claim.applicant.pk: claim.applicant for claim in search(text, offices_of(by))}
    number = SIGNS.sub("", text)
    if IIN.fullmatch(number) and (person := access.find(number, by=by)):
        found.setdefault(person.pk, person)
    return list(found.values())[:MOST]


def visitor(person: Person) -> Visitor:
    """What is shown of a person at the counter: their own claims and those they act in."""
    claims = Claim.objects.filter(Q(person=person) | Q(acting__representative=person)).exclude(submitted_at=None)
    related = claims.select_related("person", "subject", "named", "office", "assigned_to", "acting__representative")
    awards = Award.objects.filter(in_force(timezone.localdate()), person=person).order_by("since")
    return Visitor(person, list(related.order_by("-submitted_at")[:MOST]), list(awards))
