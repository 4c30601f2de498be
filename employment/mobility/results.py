"""The employment map of a region in a year, and what each measure comes to: who stayed, what a lasting job costs."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum

from employment.measures.kinds import title_of
from employment.measures.models import Allotment, Contract, Reservation, Stay

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Line:
    """A measure at an office, or of a whole region: places and money (tenge) of the map, what contracts hold and what
    proofs have used; then people: `placed` began, `looked_at` some months after the term, `stayed` of these."""

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
    summed = ("places", "taken", "money", "held", "used", "placed", "looked_at", "stayed")
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
    )
    found = {
        (office, measure): {"placed": placed, "looked_at": looked_at, "stayed": stayed}
        for office, measure, placed, looked_at, stayed in counted
    }
    return defaultdict(lambda: {"placed": 0, "looked_at": 0, "stayed": 0}, found)
