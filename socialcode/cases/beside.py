"""Payments that whom a claim is about has or asks for, and that cannot be paid in full beside what is claimed."""

from django.db.models import Q

from socialcode.awards import whom
from socialcode.awards.models import Award
from socialcode.engine.registry import registry
from socialcode.entitlement.standing import in_the_way
from socialcode.people.models import Membership, Person
from socialcode.people.models.family import in_force

from .assessing import provision_of
from .models import Claim


def in_the_way_of(claim: Claim) -> list[str]:
    """Their provisions, in the order of their names: of awards and of sent claims, whoever asked for them."""
    meant = _meant(claim)
    keys = {*claim.whom, *map(whom.of_person, meant)}
    same = Q(whom__overlap=whom.also_known_as(keys))
    granted = (Award.objects.about(meant, claim.on) | Award.objects.filter(same)).exclude(state=Award.State.ENDED)
    asked = Claim.objects.in_work().filter(same).exclude(pk=claim.pk)
    kept = {*granted.values_list("provision", flat=True), *asked.values_list("provision", flat=True)}
    name = provision_of(claim).name
    pairs = in_the_way(name, {registry.provision(other).name for other in kept})
    return sorted({other for pair in pairs for other in pair.names - {name}})


def _meant(claim: Claim) -> set[Person]:
    """Who of a register is meant by the claim; for what a family shares, its members."""
    named = {person for person in (claim.person, claim.subject) if person}
    if provision_of(claim).unit != "family":
        return named
    families = claim.person.memberships.filter(in_force(claim.on)).values("family")
    members = Membership.objects.filter(in_force(claim.on), family__in=families).select_related("person")
    return named | {member.person for member in members}
