"""Warnings that rules raise on a claim. They go to a person and never refuse by themselves."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext_lazy as _

from socialcode.awards.granting import drafted
from socialcode.awards.models import Award
from socialcode.decisions.models import Decision
from socialcode.registers.models import Dispute

from . import beside
from .assessing import asked_of, compute, told
from .models import Claim, Flag

KINDS = {
    "contradiction": _("A register says something else than the person"),
    "no_agreement": _("Facts of this claim do not fit together"),
    "several_claims": _("The family has several open claims for the same"),
    "much_property": _("The registers know of property that may matter"),
    "open_dispute": _("The person says that a register is wrong"),
    "already_granted": _("The same was granted before to the same person, child or family"),
    "other_payment": _("Another payment, granted or asked for, cannot be paid in full beside this one"),
    "person_died": _("The register says that the person or child has died"),
}
MUCH_PROPERTY = 2  # of one kind; for an officer to look at, no ground of refusal

Finder = Callable[[Claim], dict]


def raise_for(claim: Claim) -> list[Flag]:
    """Raise every warning that fits and is not there yet."""
    found = [Flag(claim=claim, kind=kind, details=details) for kind, details in _found(claim)]
    return Flag.objects.bulk_create(found, ignore_conflicts=True)


def _found(claim: Claim) -> Iterator[tuple[str, dict]]:
    for kind, finder in FINDERS.items():
        if details := finder(claim):
            yield kind, details


def _contradictions(claim: Claim) -> dict:
    facts = sorted(told(claim).otherwise)
    return {"facts": facts} if facts else {}


def _no_agreement(claim: Claim) -> dict:
    facts = sorted({name for agreement in told(claim).contradictions for name in agreement.facts})
    return {"facts": facts} if facts else {}


def _several_claims(claim: Claim) -> dict:
    family = claim.person.memberships.filter(until=None).values("family")
    others = Claim.objects.open().filter(
        provision=claim.provision,
        person__memberships__family__in=family,
        person__memberships__until=None,
        subject=claim.subject,
    )
    numbers = others.exclude(pk=claim.pk).exclude(number=None).values_list("number", flat=True)
    return {"claims": sorted(numbers)} if numbers else {}


def _much_property(claim: Claim) -> dict:
    kinds = list(claim.person.property_rows.in_force(claim.on).values_list("kind", flat=True))
    many = sorted({kind for kind in kinds if kinds.count(kind) >= MUCH_PROPERTY})
    return {"kinds": many} if many else {}


def _open_disputes(claim: Claim) -> dict:
    rows = list(claim.person.disputes.filter(state=Dispute.State.OPEN).values_list("row_text", flat=True))
    return {"rows": rows} if rows else {}


def _already_granted(claim: Claim) -> dict:
    """Awards that stand in the way of this one, and earlier ones that were paid once: from which days on."""
    explained = compute(claim).explanation
    planned = Decision(starts_on=explained.starts_on, ends_on=explained.ends_on, amount=explained.amount)
    award = drafted(asked=asked_of(claim), decision=planned)
    before = Award.objects.like(award)
    found = before.barring(award).union(before.filter(pays=Award.Pays.ONCE))
    return {"days": sorted({given.since.isoformat() for given in found})} if found else {}


def _other_payments(claim: Claim) -> dict:
    found = beside.in_the_way_of(claim)
    return {"payments": found} if found else {}


def _died(claim: Claim) -> dict:
    dead = [person.full_name for person in (claim.person, claim.subject) if person and person.died_on]
    return {"persons": dead} if dead else {}


FINDERS: dict[str, Finder] = {
    "contradiction": _contradictions,
    "no_agreement": _no_agreement,
    "several_claims": _several_claims,
    "much_property": _much_property,
    "open_dispute": _open_disputes,
    "already_granted": _already_granted,
    "other_payment": _other_payments,
    "person_died": _died,
}
