"""The employment map of a region in a year, and what each measure comes to: who stayed, what a lasting job costs."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum

from employment.measures.kinds import title_of
from employment.measures.models import Allotment, Contract, Reservation, Stay
from employment.mobility.models import Outsourcing

NOTHING = Decimal(0)
PEOPLE = ("placed", "looked_at", "stayed", "looked_at_year", "stayed_year")


@dataclass(frozen=True)
class Line:
    """A measure at an office, or of a whole region: places and money (tenge) of the map, what contracts hold and what
    proofs have used; then people: `placed` began, `looked_at` some months after the term, `stayed` of these; the same a
    year after the term."""

    title: str
    office: str
    places: int
    taken: int
    money: Decimal
    held: Decimal
    used: Decimal
    placed: int
    looked_at: int
    stayed: int
    looked_at_year: int
    stayed_year: int

    @property
    def share_used(self) -> Decimal | None:
        """From 0 to 1, to a tenth of a percent; None of nothing."""
        return (self.used / self.money).quantize(Decimal("0.001")) if self.money else None

    @property
    def cost_of_a_lasting_job(self) -> Decimal | None:
        """All that was used, by those who stayed; None while nobody was seen to."""
        return (self.used / self.stayed).quantize(Decimal(1)) if self.stayed else None


def lines_of(region: str, year: int) -> list[Line]:
    """By office and measure. Four queries."""
    allotments = Allotment.objects.filter(office__region=region, year=year).select_related("office")
    used = _used(region, year)
    people = _people(region, year)
    return [
        Line(
            title=title_of(one.measure),
            office=one.office.name,
            places=one.places,
            taken=one.places_taken,
            money=one.money,
            held=one.reserved,
            used=used[one.pk],
            **people[one.office_id, one.measure],
        )
        for one in allotments.order_by("measure", "office__code")
    ]


def by_measure(lines: list[Line]) -> list[Line]:
    """The lines of all offices of a measure together."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.title].append(line)
    summed = ("places", "taken", "money", "held", "used", *PEOPLE)
    return [
        Line(title, "", **{name: sum(getattr(one, name) for one in of) for name in summed})
        for title, of in found.items()
    ]


def _used(region: str, year: int) -> defaultdict:
    rows = Reservation.objects.filter(allotment__office__region=region, allotment__year=year).order_by()
    sums = rows.values("allotment").annotate(sum=Sum("used")).values_list("allotment", "sum")
    return defaultdict(lambda: NOTHING, dict(sums))


def _people(region: str, year: int) -> defaultdict:
    """Of contracts that began in the year, by office and measure."""
    begun = Contract.objects.begun().filter(office__region=region, starts_on__year=year).order_by()
    counted = begun.values_list("office", "measure").annotate(
        placed=Count("pk"),
        looked_at=Count("pk", filter=~Q(stay__outcome="") & Q(stay__isnull=False)),
        stayed=Count("pk", filter=Q(stay__outcome=Stay.Outcome.STAYED)),
        looked_at_year=Count("pk", filter=~Q(stay__year_outcome="") & Q(stay__isnull=False)),
        stayed_year=Count("pk", filter=Q(stay__year_outcome=Stay.Outcome.STAYED)),
    )
    found = {(office, measure): dict(zip(PEOPLE, numbers, strict=True)) for office, measure, *numbers in counted}
    return defaultdict(lambda: dict.fromkeys(PEOPLE, 0), found)


@dataclass(frozen=True)
class Provider:
    """A private agency: what its contracts that began in the year cost (tenge), whom it placed, and who of them worked
    half a year later, as it reported."""

    name: str
    contracts: int
    amount: Decimal
    placed: int
    stayed: int

    @property
    def share_stayed(self) -> Decimal | None:
        """From 0 to 1, to a tenth of a percent; None of nobody."""
        return (Decimal(self.stayed) / self.placed).quantize(Decimal("0.001")) if self.placed else None

    @property
    def cost_of_a_lasting_job(self) -> Decimal | None:
        return (self.amount / self.stayed).quantize(Decimal(1)) if self.stayed else None


def by_provider(region: str, year: int) -> list[Provider]:
    """The agencies of a region with contracts of a year, the cheapest lasting job first. One query."""
    rows = Outsourcing.objects.filter(office__region=region, since__year=year).order_by()
    summed = rows.values_list("agency__organisation__name").annotate(
        contracts=Count("pk"), amount_sum=Sum("amount"), placed_sum=Sum("placed"), stayed_sum=Sum("stayed")
    )
    found = [Provider(*row) for row in summed]
    return sorted(found, key=lambda one: (one.cost_of_a_lasting_job is None, one.cost_of_a_lasting_job, one.name))
