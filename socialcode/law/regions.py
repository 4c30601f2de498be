"""Regions and districts by KATO code, and the values that each region has of its own, some for a quarter only."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

QUARTERLY = ("poverty_line", "regional_subsistence_minimum", "regional_median_income")
REGIONAL = (*QUARTERLY, "care_tariff_at_home", "care_tariff_half_day", "care_tariff_residential")
QUARTER_STARTS = ((1, 1), (4, 1), (7, 1), (10, 1))


@dataclass(frozen=True)
class Region:
    """A region by its code of administrative places (KATO), with its name in three languages."""

    kato: str
    kk: str
    ru: str
    en: str

    def __str__(self):
        return getattr(self, get_language() or "kk")


@dataclass(frozen=True)
class District:
    """A district or city of a region, with the persons counted in its towns and villages on 1 January 2023.

    Where `status` is assumed, the code follows the order of names and was not read in the classifier.
    """

    kato: str
    region: str
    name: str
    urban: int
    rural: int
    status: str

    def __str__(self):
        return self.name


@cache
def districts() -> dict[str, District]:
    """All districts, by KATO code, in the order of the codes."""
    with (Path(__file__).parent / "figures" / "districts.csv").open(encoding="utf-8", newline="") as file:
        rows = [row | {"urban": int(row["urban"]), "rural": int(row["rural"])} for row in csv.DictReader(file)]
        return {row["kato"]: District(**row) for row in rows}


@cache
def regions() -> dict[str, Region]:
    """All regions, by KATO code, in the order of the codes."""
    with (Path(__file__).parent / "figures" / "regions.csv").open(encoding="utf-8", newline="") as file:
        return {row["kato"]: Region(**row) for row in csv.DictReader(file)}


def region_choices() -> list[tuple[str, str]]:
    return [(kato, str(region)) for kato, region in regions().items()]
