"""The figures of the labour market as they are shown: small counts of people are kept back, vacancies are public."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.vacancies.models import MarketCount
from socialcode.counts.suppression import kept_back
from socialcode.law.regions import districts, regions
from socialcode.law.values import values_on

# The major groups of ISCO-08 by the first digit of a trade; the words are the portal's own
GROUPS = {
    "1": _("Managers"),
    "2": _("Professionals"),
    "3": _("Technicians"),
    "4": _("Office clerks"),
    "5": _("Service and sales"),
    "6": _("Farming, forestry, fishing"),
    "7": _("Crafts and building"),
    "8": _("Machines and driving"),
    "9": _("Simple work"),
    "0": _("Armed forces"),
    "": _("No trade named"),
}
LEAST = "least_published_people"
TOGETHER = "together"  # districts with too few people to stand alone


@dataclass(frozen=True)
class Cell:
    """A group of trades at a place: open posts, and people who look for work (None: kept back)."""

    group: str
    posts: int
    seekers: int | None


@dataclass(frozen=True)
class Row:
    """A place, its cells in the order of `GROUPS`, and all of them together (`seekers` is None where that is too few to
    be shown). `per_post` is seekers for one post."""

    code: str
    name: str
    cells: list[Cell]
    posts: int
    vacancies: int
    seekers: int | None
    per_post: Decimal | None


@dataclass(frozen=True)
class Table:
    """`rows` by place, `whole` for all of them, as counted on a day."""

    counted_on: datetime.date
    rows: list[Row]
    whole: Row


def last_day() -> datetime.date | None:
    """The last day that was counted."""
    return MarketCount.objects.order_by("-counted_on").values_list("counted_on", flat=True).first()


def of_country(day: datetime.date) -> Table:
    """The country by region."""
    names = {kato: str(region) for kato, region in regions().items()}
    return _table(day, _rows(day), names, "region", _small_totals(_counted(_rows(day), "region")[1]))


def of_region(day: datetime.date, region: str) -> Table:
    """A region by district; what the table of the country keeps back of it is not shown here either."""
    seekers = _folded(*_counted(_rows(day), "region"))[1]
    back, together = _back(seekers, _small_totals(seekers)), {place for place, _group in seekers}
    hidden = {group for place, group in back if place == (region if region in together else TOGETHER)}
    names = {kato: str(district) for kato, district in districts().items() if district.region == region}
    return _table(day, _rows(day).filter(region=region), names, "district", hidden)


def _rows(day: datetime.date):
    return MarketCount.objects.filter(counted_on=day)


def _counted(rows, by: str) -> tuple[dict, Counter]:
    """Posts and vacancies, and seekers, by place and group."""
    jobs, seekers = {}, Counter()
    for place, group, vacancies, posts, people in rows.values_list(by, "group", "vacancies", "posts", "seekers"):
        before = jobs.get((place, group), (0, 0))
        jobs[place, group] = (before[0] + vacancies, before[1] + posts)
        seekers[place, group] += people
    return jobs, seekers


def _back(seekers: Counter, hidden: Iterable[str] = ()) -> set:
    places = {place for place, _group in seekers}
    full = {(place, group): seekers[place, group] for place in places for group in GROUPS}
    return kept_back(full, _least(), hidden)


def _small_totals(seekers: Counter) -> set[str]:
    """Groups of trades in which so few people look, all places together, that not even that is shown; never one alone,
    for the sum of all groups is shown."""
    totals = Counter()
    for (_place, group), people in seekers.items():
        totals[group] += people
    small = {group for group, people in totals.items() if 0 < people < _least()}
    if len(small) == 1:
        others = sorted((people, group) for group, people in totals.items() if people and group not in small)
        small |= {group for _people, group in others[:1]}
    return small


def _least() -> int:
    return int(values_on(timezone.localdate()).value(LEAST))


def _table(day, rows, names: dict[str, str], by: str, hidden: Iterable[str] = ()) -> Table:
    jobs, seekers = _folded(*_counted(rows, by))
    back = _back(seekers, hidden)
    known = [*names, *sorted({place for place, _group in jobs} - names.keys())]
    shown = [
        _row(place, names.get(place) or str(_("Other places together")), jobs, seekers, back)
        for place in known
        if any((place, group) in jobs for group in GROUPS)
    ]
    whole_jobs, whole_seekers = {}, Counter()
    for (_place, group), (vacancies, posts) in jobs.items():
        before = whole_jobs.get(("", group), (0, 0))
        whole_jobs["", group] = (before[0] + vacancies, before[1] + posts)
    for (_place, group), people in seekers.items():
        whole_seekers["", group] += people
    return Table(day, shown, _row("", str(_("All together")), whole_jobs, whole_seekers, {("", g) for g in hidden}))


def _folded(jobs: dict, seekers: Counter) -> tuple[dict, Counter]:
    """Places with a few people in all stand together: the total of a place is shown."""
    totals = {place: sum(seekers[place, group] for group in GROUPS) for place, _group in jobs}
    few = {place for place, people in totals.items() if 0 < people < _least()}
    if few and sum(totals[place] for place in few) < _least():  # who adds up the others would know these
        few |= set(sorted((place for place in totals if totals[place] and place not in few), key=totals.get)[:1])
    new_jobs, new_seekers = {}, Counter()
    for (place, group), (vacancies, posts) in jobs.items():
        at = TOGETHER if place in few else place
        before = new_jobs.get((at, group), (0, 0))
        new_jobs[at, group] = (before[0] + vacancies, before[1] + posts)
        new_seekers[at, group] += seekers[place, group]
    return new_jobs, new_seekers


def _row(place: str, name: str, jobs: dict, seekers: Counter, back: set) -> Row:
    cells = [
        Cell(
            group,
            jobs.get((place, group), (0, 0))[1],
            None if (place, group) in back else seekers[place, group],
        )
        for group in GROUPS
    ]
    posts, people = sum(cell.posts for cell in cells), sum(seekers[place, group] for group in GROUPS)
    vacancies = sum(jobs.get((place, group), (0, 0))[0] for group in GROUPS)
    shown = None if 0 < people < _least() else people
    ratio = Decimal(round(Fraction(shown, posts) * 10)) / 10 if posts and shown is not None else None
    return Row(place, name, cells, posts, vacancies, shown, ratio)
