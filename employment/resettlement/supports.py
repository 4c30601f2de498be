"""What the state gives a family that moves, as the law computes it for this family."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext

from socialcode.cases.actions.applying import Wish
from socialcode.cases.assessing import compute
from socialcode.engine.explanation import Explanation
from socialcode.engine.registry import registry

from .models import Move

MONEY, RENT, CERTIFICATE = "moving_money", "moving_rent", "mobility_certificate"
ASKED = (
    "is_employed",
    "is_registered_unemployed",
    "unemployed_since",
    "is_registered_seeker",
    "deregistration_reason",
    "registered_there_since",
    "moves_to",
    "employer_pays_move",
    "buys_home",
)  # facts of the application, in the order in which they are asked


@dataclass(frozen=True)
class Support:
    """One kind of help with its outcome."""

    name: str
    found: Explanation

    @property
    def title(self) -> str:
        return gettext(registry.provision(self.name).title)

    @property
    def is_monthly(self) -> bool:
        return self.name == RENT

    @property
    def unmet(self) -> list[tuple[str, str]]:
        """What is not met, and what would change it."""
        return [
            (gettext(step.sentence), gettext(step.otherwise) if step.otherwise else "") for step in self.found.unmet
        ]

    @property
    def unknown(self) -> list[str]:
        return [gettext(fact.label) for fact in self.found.unknown] if self.found.outcome == "likely" else []


def wish_of(move: Move, provision: str, on: datetime.date | None = None, **more) -> Wish:
    """A claim of the family for one kind of help, with what the person told in the application."""
    facts = registry.provision(provision).facts
    said = {"wants_to_move": True, "moves_to": move.goes_to, "moving_members": move.persons, **move.answers, **more}
    return Wish(provision, move.person, on=on, answers={name: said[name] for name in said if name in facts})


def supports_of(move: Move, on: datetime.date | None = None) -> Iterator[Support]:
    """The money for moving, and then rent or the certificate, whichever the family chose."""
    day = on or timezone.localdate()
    for name in wanted(move):
        yield Support(name, compute(wish_of(move, name, day).claim()).explanation)


def wanted(move: Move) -> tuple[str, str]:
    """A family takes the certificate to buy a home, else money for rent: whether both go together no source says."""
    return MONEY, CERTIFICATE if move.answers.get("buys_home") else RENT


def sum_at_once(move: Move) -> Decimal:
    """The largest sum that is paid at once by the contract itself, in tenge: so many have to agree to it."""
    amounts = [one.found.amount or 0 for one in supports_of(move) if one.name != CERTIFICATE]
    return Decimal(max(amounts))
