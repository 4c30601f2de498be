"""Warnings that rules raise on a claim. They go to a person and never refuse by themselves."""

from collections.abc import Callable
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from socialcode.awards.models import Award, Held
from socialcode.awards.whom import role_named
from socialcode.questions.answers import Answers
from socialcode.registers.frames.household import RegisterRows
from socialcode.registers.models import Dispute

from . import beside, doubles, one_right
from .assessing import compute, provision_of, register_facts, rows_of, told
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


class Look:
    """One look at a claim: what registers hold of it is read once, for all who look for warnings."""

    def __init__(self, claim: Claim, rows: RegisterRows | None = None):
        self.claim = claim
        self.rows = rows or rows_of(claim)

    @cached_property
    def told(self) -> Answers:
        return told(self.claim, register_facts(self.claim, self.rows))

    @cached_property
    def planned(self) -> Award:
        """The award that a grant would make."""
        return one_right.planned(self.claim, compute(self.claim, self.rows).explanation)


Finder = Callable[[Look], dict]


def raise_for(claim: Claim, rows: RegisterRows | None = None) -> list[Flag]:
    """Raise every warning that fits and is not there yet. `rows` are what `rows_of` gave, if that is at hand."""
    return Flag.objects.bulk_create(not_raised(claim, rows), ignore_conflicts=True)


def not_raised(claim: Claim, rows: RegisterRows | None = None) -> list[Flag]:
    """Warnings that fit and are not there yet: of each kind, what was not found before."""
    before: dict[str, dict[str, set]] = {}
    for kind, details in claim.flags.values_list("kind", "details"):
        seen = before.setdefault(kind, {})
        for what, items in details.items():
            seen.setdefault(what, set()).update(items)
    look = Look(claim, rows)
    found = {kind: finder(look) for kind, finder in FINDERS.items()}
    news = {kind: _unseen(details, before.get(kind, {})) for kind, details in found.items()}
    return [Flag(claim=claim, kind=kind, details=details) for kind, details in news.items() if details]


def _unseen(details: dict, seen: dict[str, set]) -> dict:
    news = {what: [item for item in items if item not in seen.get(what, ())] for what, items in details.items()}
    return {what: items for what, items in news.items() if items}


def _contradictions(look: Look) -> dict:
    facts = sorted(look.told.otherwise)
    return {"facts": facts} if facts else {}


def _no_agreement(look: Look) -> dict:
    facts = sorted({name for agreement in look.told.contradictions for name in agreement.facts})
    return {"facts": facts} if facts else {}


def _several_claims(look: Look) -> dict:
    numbers = one_right.others_like(look.claim).values_list("number", flat=True)
    return {"claims": sorted(numbers)} if numbers else {}


def _probable_doubles(look: Look) -> dict:
    found = doubles.probable(look.claim)
    return {"doubles": found} if found else {}


def _nobody_named(look: Look) -> dict:
    role = role_named(provision_of(look.claim))
    return {"whom": [role]} if role and look.claim.is_for is None else {}


def _much_property(look: Look) -> dict:
    kinds = list(look.claim.person.property_rows.in_force(look.claim.on).values_list("kind", flat=True))
    many = sorted({kind for kind in kinds if kinds.count(kind) >= MUCH_PROPERTY})
    return {"kinds": many} if many else {}


def _open_disputes(look: Look) -> dict:
    rows = list(look.claim.person.disputes.filter(state=Dispute.State.OPEN).values_list("row_text", flat=True))
    return {"rows": rows} if rows else {}


def _already_granted(look: Look) -> dict:
    """Awards that stand in the way of this one, and earlier ones that were paid once: from which days on."""
    award = look.planned
    before = Award.objects.like(award).exclude(decision__claim=look.claim)
    in_the_way = Held.objects.beside(award).values("award")
    found = before.filter(pk__in=in_the_way).union(before.filter(pays=Award.Pays.ONCE))
    return {"days": sorted({given.since.isoformat() for given in found})} if found else {}


def _other_payments(look: Look) -> dict:
    found = beside.in_the_way_of(look.claim)
    return {"payments": found} if found else {}


def _died(look: Look) -> dict:
    """Who asks, or the child; that who was named for a burial has died is no surprise."""
    dead = [person.full_name for person in (look.claim.person, look.claim.subject) if person and person.died_on]
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
