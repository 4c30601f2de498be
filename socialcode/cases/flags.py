"""Warnings that rules raise on a claim. They go to a person and never refuse by themselves."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from socialcode.awards.models import Award, Held
from socialcode.awards.whom import role_named
from socialcode.registers.models import Dispute

from . import beside, doubles, one_right
from .assessing import provision_of, told
from .models import Claim, Flag

KINDS = {
    "contradiction": _("A register says something else than the person"),
    "no_agreement": _("Facts of this claim do not fit together"),
    "several_claims": _("The same is asked for in other open claims"),
    "probable_double": _("Probably asked for or granted for the same person, child or family already"),
    "nobody_named": _("The claim does not say for which child or other person it is"),
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
    return Flag.objects.bulk_create(not_raised(claim), ignore_conflicts=True)


def not_raised(claim: Claim) -> list[Flag]:
    """Warnings that fit and are not there yet: of each kind, what was not found before."""
    before: dict[str, dict[str, set]] = {}
    for kind, details in claim.flags.values_list("kind", "details"):
        seen = before.setdefault(kind, {})
        for what, items in details.items():
            seen.setdefault(what, set()).update(items)
    found = {kind: finder(claim) for kind, finder in FINDERS.items()}
    news = {kind: _unseen(details, before.get(kind, {})) for kind, details in found.items()}
    return [Flag(claim=claim, kind=kind, details=details) for kind, details in news.items() if details]


def _unseen(details: dict, seen: dict[str, set]) -> dict:
    news = {what: [item for item in items if item not in seen.get(what, ())] for what, items in details.items()}
    return {what: items for what, items in news.items() if items}


def _contradictions(claim: Claim) -> dict:
    facts = sorted(told(claim).otherwise)
    return {"facts": facts} if facts else {}


def _no_agreement(claim: Claim) -> dict:
    facts = sorted({name for agreement in told(claim).contradictions for name in agreement.facts})
    return {"facts": facts} if facts else {}


def _several_claims(claim: Claim) -> dict:
    numbers = one_right.others_like(claim).values_list("number", flat=True)
    return {"claims": sorted(numbers)} if numbers else {}


def _probable_doubles(claim: Claim) -> dict:
    found = doubles.probable(claim)
    return {"doubles": found} if found else {}


def _nobody_named(claim: Claim) -> dict:
    role = role_named(provision_of(claim))
    return {"whom": [role]} if role and claim.is_for is None else {}


def _much_property(claim: Claim) -> dict:
    kinds = list(claim.person.property_rows.in_force(claim.on).values_list("kind", flat=True))
    many = sorted({kind for kind in kinds if kinds.count(kind) >= MUCH_PROPERTY})
    return {"kinds": many} if many else {}


def _open_disputes(claim: Claim) -> dict:
    rows = list(claim.person.disputes.filter(state=Dispute.State.OPEN).values_list("row_text", flat=True))
    return {"rows": rows} if rows else {}


def _already_granted(claim: Claim) -> dict:
    """Awards that stand in the way of this one, and earlier ones that were paid once: from which days on."""
    award = one_right.planned(claim)
    before = Award.objects.like(award).exclude(decision__claim=claim)
    in_the_way = Held.objects.beside(award).values("award")
    found = before.filter(pk__in=in_the_way).union(before.filter(pays=Award.Pays.ONCE))
    return {"days": sorted({given.since.isoformat() for given in found})} if found else {}


def _other_payments(claim: Claim) -> dict:
    found = beside.in_the_way_of(claim)
    return {"payments": found} if found else {}


def _died(claim: Claim) -> dict:
    """Who asks, or the child; that who was named for a burial has died is no surprise."""
    dead = [person.full_name for person in (claim.person, claim.subject) if person and person.died_on]
    return {"persons": dead} if dead else {}


FINDERS: dict[str, Finder] = {
    "contradiction": _contradictions,
    "no_agreement": _no_agreement,
    "several_claims": _several_claims,
    "probable_double": _probable_doubles,
    "nobody_named": _nobody_named,
    "much_property": _much_property,
    "open_dispute": _open_disputes,
    "already_granted": _already_granted,
    "other_payment": _other_payments,
    "person_died": _died,
}
