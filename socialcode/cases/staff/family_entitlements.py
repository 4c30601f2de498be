"""What the members of a family receive, what else registers say they may have, and what of it goes best together."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext

from socialcode.awards.models import Award
from socialcode.engine.explanation import Explanation
from socialcode.engine.registry import registry
from socialcode.entitlement.combination import Combination, LeftOut, combine
from socialcode.entitlement.results import Result, Total, assess
from socialcode.people.models import Person

from .registered_household import RegisteredHousehold


@dataclass(frozen=True)
class Entitlements:
    """Of one person: awards in payment or suspended, rights the registers prove, and rights they leave open."""

    person: Person
    awards: list[tuple[str, Award]]
    entitled: list[Explanation]
    likely: list[Explanation]


@dataclass(frozen=True)
class FamilyEntitlements:
    """Of a family: its members, and the best of all rights that the registers prove."""

    members: list[Entitlements]
    combination: Combination

    @property
    def totals(self) -> list[Total]:
        return self.combination.totals

    @property
    def left_out(self) -> list[tuple[str, str]]:
        """Who and what is not in the best combination, and why in a few words."""
        return [(_named(left.result), _reason(left)) for left in self.combination.left_out]


def entitlements_of(persons: list[Person], applicant: Person, on: datetime.date) -> FamilyEntitlements:
    """For every person all provisions for persons; for everybody but the applicant also those for a child.

    A right stays unlisted where a condition is not met, or where the registers know nothing of it at all.
    """
    awards = Award.objects.about(persons, on).exclude(state=Award.State.ENDED).select_related("decision__assessment")
    paid = {person.pk: [a for a in awards if (a.subject_id or a.person_id) == person.pk] for person in persons}
    received = {key: {award.provision for award in found} for key, found in paid.items()}
    household = RegisteredHousehold(applicant, persons, on, received)
    results = assess(household)
    return FamilyEntitlements(
        [_of(person, results, paid[person.pk]) for person in persons], combine(household, results)
    )


def _of(person: Person, results: list[Result], awards: list[Award]) -> Entitlements:
    own = [result for result in results if result.subject.person == person]
    likely = [result.explanation for result in own if result.section == "likely"]
    return Entitlements(
        person,
        [(gettext(registry.provision(award.provision).title), award) for award in awards],
        [result.explanation for result in own if result.section == "entitled"],
        [explanation for explanation in likely if any(step.result is True for step in explanation.conditions)],
    )


def _named(result: Result) -> str:
    return f"{gettext(result.provision.title)} ({result.subject.person.full_name})"


def _reason(left: LeftOut) -> str:
    if not left.instead_of:
        return gettext("It counts as income and lowers the other payments.")
    others = ", ".join(gettext(other.provision.title) for other in left.instead_of)
    return gettext("Does not go together with: %(others)s.") % {"others": others}
