"""Demand and supply of work: open posts and people who look, by region, by district and by trade."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Sum

from employment.seekers.models import Profile, ProfileTrade
from employment.trades.classification import trade
from employment.vacancies.models import Vacancy
from socialcode.law.regions import districts, regions

MOST_TRADES = 40  # rows of a page: those with the largest gap
STEPS = (
    Decimal(10),
    Decimal(25),
    Decimal(50),
    Decimal(100),
)  # posts for a hundred seekers; how thick a tile's frame is


@dataclass(frozen=True)
class Row:
    """A place or a trade: open `posts` and `seekers`."""

    code: str
    name: str
    posts: int
    seekers: int

    @property
    def gap(self) -> int:
        """Posts above seekers; below zero where people lack posts."""
        return self.posts - self.seekers

    @property
    def per_hundred(self) -> Decimal | None:
        """Posts for a hundred seekers; None where nobody looks."""
        return (Decimal(self.posts) * 100 / self.seekers).quantize(Decimal(1)) if self.seekers else None

    @property
    def step(self) -> int | None:
        """How thick the frame of its tile is, from 0 to 4."""
        return None if self.per_hundred is None else sum(self.per_hundred >= step for step in STEPS)


def by_region() -> list[Row]:
    """Every region, in the order of the codes. Two queries."""
    posts, seekers = _posts("region"), _seekers("region")
    return [Row(code, str(region), posts[code], seekers[code]) for code, region in regions().items()]


def by_district(region: str) -> list[Row]:
    """The districts of a region, then what names none. Two queries."""
    posts, seekers = _posts("district", region), _seekers("district", region)
    names = {code: str(one) for code, one in districts().items() if one.region == region}
    return [Row(code, name, posts[code], seekers[code]) for code, name in {**names, "": ""}.items()]


def by_trade(region: str) -> list[Row]:
    """The trades of a region, the largest gap first, whichever way it points; people count by the trade that they wish
    for most. Two queries."""
    posts = _posts("trade", region)
    first = (
        ProfileTrade.objects.filter(rank=0, profile__is_looking=True, profile__region=region).order_by().values("trade")
    )
    seekers = Counter(dict(first.annotate(many=Count("pk")).values_list("trade", "many")))
    rows = [Row(code, _name(code), posts[code], seekers[code]) for code in {*posts, *seekers}]
    return sorted(rows, key=lambda row: (-abs(row.gap), row.code))[:MOST_TRADES]


def _name(code: str) -> str:
    known = trade(code)
    return known.name if known else code


def _posts(by: str, region: str = "") -> Counter:
    found = Vacancy.objects.open().filter(**({"region": region} if region else {})).order_by()
    return Counter(dict(found.values(by).annotate(many=Sum("posts")).values_list(by, "many")))


def _seekers(by: str, region: str = "") -> Counter:
    found = Profile.objects.filter(is_looking=True, **({"region": region} if region else {})).order_by()
    return Counter(dict(found.values(by).annotate(many=Count("pk")).values_list(by, "many")))
