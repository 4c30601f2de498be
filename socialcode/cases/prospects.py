"""What the members of a family receive, and what else they have or may have a right to by what the registers say."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext

from socialcode.engine import Provision, explain_all
from socialcode.engine.explanation import Explanation
from socialcode.engine.registry import registry
from socialcode.law.values import values_on
from socialcode.people.models import Person
from socialcode.registers.known import look_up, values_of
from socialcode.registers.records import RegisterRows

from .assessing import region_of
from .models import Award


@dataclass(frozen=True)
class Prospects:
    """Of one person: awards in payment or suspended, rights the registers prove, and rights they leave open."""

    person: Person
    awards: list[tuple[str, Award]]
    entitled: list[Explanation]
    likely: list[Explanation]


def prospects(persons: list[Person], applicant: Person, on: datetime.date) -> list[Prospects]:
    """For every person all provisions for persons; for everybody but the applicant also those for a child.

    A right stays unlisted where a condition is not met, or where the registers know nothing of it at all.
    """
    values = values_on(on, region_of(applicant, on))
    awards = Award.objects.filter(subject__in=persons).exclude(state=Award.State.ENDED)
    paid = {person.pk: [award for award in awards if award.subject_id == person.pk] for person in persons}
    rows = RegisterRows({applicant, *persons}, on)  # its registers are read once for all of them
    return [_of(person, applicant, rows, values, paid[person.pk]) for person in persons]


def _of(person: Person, applicant: Person, rows: RegisterRows, values, awards: list[Award]) -> Prospects:
    on = rows.on
    received = {award.provision for award in awards}
    encoded = [p for p in registry.provisions.values() if p.since <= on and p.name not in received]
    found = _explained([p for p in encoded if p.unit != "child"], person, None, rows, values)
    if person != applicant:
        found += _explained([p for p in encoded if p.unit == "child"], applicant, person, rows, values)
    return Prospects(
        person,
        [(gettext(registry.provisions[award.provision].title), award) for award in awards],
        [explanation for explanation in found if explanation.outcome == "entitled"],
        [explanation for explanation in found if explanation.outcome == "likely" and _is_backed(explanation)],
    )


def _explained(
    provisions: list[Provision], person: Person, subject: Person | None, rows: RegisterRows, values
) -> list[Explanation]:
    facts = {fact.name: fact for provision in provisions for fact in provision.facts.values()}
    known = look_up(facts.values(), rows, person, subject)
    return explain_all(provisions, values_of(known), rows.on, values)


def _is_backed(explanation: Explanation) -> bool:
    return any(step.result is True for step in explanation.conditions)
