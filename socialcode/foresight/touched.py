"""Which claims in work and which awards rest on values that change: counted in the database, and some awards computed
anew to show by how much."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum

from socialcode.awards.models import Award, Term
from socialcode.cases.models import Claim
from socialcode.engine import Case, Provision, explain_cases
from socialcode.engine.fingerprint import fingerprint
from socialcode.engine.parameters import Values
from socialcode.engine.registry import registry

LOOKED_AT = 200  # awards computed anew for a page, the newest; all of them are a run of its own


@dataclass(frozen=True)
class TouchedRight:
    """One provision that rests on a changed value: its claims in work, its monthly awards and what they pay now."""

    provision: Provision
    claims: int
    awards: int
    paid: Decimal


@dataclass(frozen=True)
class Touched:
    """`rights` are in the order of the list of payments; of `looked_at` awards the sums before and after are known."""

    rights: tuple[TouchedRight, ...]
    claims_in_work: int
    looked_at: int
    sums: tuple[Decimal, Decimal]

    @property
    def claims(self) -> int:
        return sum(right.claims for right in self.rights)

    @property
    def awards(self) -> int:
        return sum(right.awards for right in self.rights)

    @property
    def paid(self) -> Decimal:
        """Tenge a month that all of these awards pay now."""
        return sum((right.paid for right in self.rights), Decimal())

    @property
    def difference(self) -> Decimal:
        """Tenge a month more or less for the awards that were looked at."""
        return self.sums[1] - self.sums[0]


def provisions_touched(before: Values, after: Values) -> list[Provision]:
    """Those whose rules read a value that is another one afterwards."""
    return [each for each in registry.provisions.values() if _law(each, before) != _law(each, after)]


def _law(provision: Provision, values: Values) -> str:
    return fingerprint(provision, values.on, values)


def touched(before: Values, after: Values, regions: Iterable[tuple[Values, Values]] = ()) -> Touched:
    """What rests on what changes; `regions` are both sides in each region that has a value of its own among them."""
    pairs = [(before, after), *regions]
    provisions = list(dict.fromkeys(each for pair in pairs for each in provisions_touched(*pair)))
    names = [each.name for each in provisions]
    in_work = Claim.objects.in_work()
    claims = dict(_by_provision(in_work.filter(provision__in=names), Count("pk")))
    awards = {name: row for name, *row in _by_provision(_paid(before.on, names), Count("pk"), Sum("amount"))}
    rights = (TouchedRight(each, claims.get(each.name, 0), *_counted(awards.get(each.name))) for each in provisions)
    looked_at, sums = _anew(names, pairs)
    shown = tuple(right for right in rights if right.claims or right.awards)
    return Touched(shown, in_work.count(), looked_at, sums)


def _counted(row) -> tuple[int, Decimal]:
    return (row[0], row[1] or Decimal()) if row else (0, Decimal())


def _by_provision(rows, *aggregates):
    return rows.order_by().values_list("provision").annotate(*aggregates)


def _paid(on: datetime.date, names: list[str]):
    runs = Q(until=None) | Q(until__gte=on)
    return Award.objects.filter(runs, state=Award.State.IN_PAYMENT, pays=Award.Pays.MONTHLY, provision__in=names)


def _anew(names: list[str], pairs: list[tuple[Values, Values]]) -> tuple[int, tuple[Decimal, Decimal]]:
    """The newest awards by the facts that they stand on, as granted or changed since, under both values."""
    by_region = {pair[0].region: pair for pair in pairs}
    awards = _paid(pairs[0][0].on, names).exclude(amount=None).select_related("decision__assessment").order_by("-pk")
    found, cases = list(awards[:LOOKED_AT]), []
    terms = Term.objects.in_effect().filter(award__in=found, since__lte=pairs[0][1].on)
    stand_on = {term.award_id: term.decision for term in terms.select_related("decision__assessment").order_by("since")}
    for award in found:
        made_on = stand_on.get(award.pk, award.decision).assessment
        known = {name: fact["value"] for name, fact in made_on.facts.items()}
        for values in by_region.get(made_on.region, pairs[0]):
            cases.append(Case([registry.provision(award.provision)], known, values.on, values))
    amounts = [explained.amount for (explained,) in explain_cases(cases)]
    sides = [sum((Decimal(amount or 0) for amount in amounts[side::2]), Decimal()) for side in (0, 1)]
    return len(found), (sides[0], sides[1])
