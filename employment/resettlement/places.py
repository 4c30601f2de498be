"""How many places each receiving region has this year, and how many are left now."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext

from socialcode.awards.whom import one_at_a_time
from socialcode.engine.registry import registry
from socialcode.law.values import values_on
from socialcode.refusal import NotAllowedError

from .models import Move, Place

Kind = Move.Kind
QUOTAS = {Kind.SETTLER: "settler_quota", Kind.KANDAS: "kandas_quota"}
SAME_REGION, ELSEWHERE = "same_region", "other"
KATO = {
    "abai": "100000000",
    "akmola": "110000000",
    "atyrau": "230000000",
    "west_kazakhstan": "270000000",
    "karaganda": "350000000",
    "kostanay": "390000000",
    "pavlodar": "550000000",
    "north_kazakhstan": "590000000",
    "ulytau": "620000000",
    "east_kazakhstan": "630000000",
}  # of the words by which the quotas name regions


@dataclass(frozen=True)
class Receiving:
    """A receiving region: its quota of the year for one kind of movers, and what of it is taken."""

    word: str
    kind: str
    quota: int
    taken: int

    @property
    def left(self) -> int:
        return max(0, self.quota - self.taken)

    @property
    def kato(self) -> str:
        return KATO[self.word]

    @property
    def name(self) -> str:
        return name_of(self.word)


def name_of(word: str) -> str:
    """A region, or a way of moving, in the reader's language."""
    return gettext(dict(registry.facts["moves_to"].choices)[word])


def receiving(kind: str, on: datetime.date | None = None) -> list[Receiving]:
    """The regions that take people of a kind in this year, the most places left first. One query besides the law's."""
    day = on or timezone.localdate()
    taken = _taken(kind, day.year)
    found = [
        Receiving(word, kind, quota, taken.get(word, 0)) for word, quota in quotas(kind, day).items() if word in KATO
    ]
    return sorted((one for one in found if one.quota), key=lambda one: (-one.left, one.word))


def quotas(kind: str, on: datetime.date) -> Mapping[str, int]:
    """Places by region of the year of a day; nothing while they are not published."""
    return values_on(on).value(QUOTAS[kind]) or {}


def take(move: Move) -> Place | None:
    """Take the places of a move, in the caller's transaction; none are needed within one's own region.

    Raises NotAllowedError where so many are not left. Who comes second waits and sees what the first left.
    """
    if move.goes_to == SAME_REGION:
        return None
    one_at_a_time(f"places {move.kind} {move.goes_to} {move.year}")
    quota = int(quotas(move.kind, datetime.date(move.year, 12, 31)).get(move.goes_to, 0))
    left = quota - _taken(move.kind, move.year).get(move.goes_to, 0)
    if left < move.persons:
        told = gettext("%(region)s: places left this year: %(left)s, needed: %(needed)s. Agree on another region.")
        given = {"region": name_of(move.goes_to), "left": max(0, left), "needed": move.persons}
        raise NotAllowedError(told % given)
    return Place.objects.create(move=move, kind=move.kind, region=move.goes_to, year=move.year, persons=move.persons)


def give_back(move: Move) -> None:
    """The family does not go after all: others may."""
    Place.objects.filter(move=move, given_back_at=None).update(given_back_at=timezone.now())


def _taken(kind: str, year: int) -> dict[str, int]:
    rows = Place.objects.filter(kind=kind, year=year, given_back_at=None).values("region")
    return dict(rows.annotate(sum=Sum("persons")).values_list("region", "sum"))
