"""The regions of the country by KATO code, and the values that each region has of its own, some for a quarter only."""

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


@cache
def regions() -> dict[str, Region]:
    """All regions, by KATO code, in the order of the codes."""
    with (Path(__file__).parent / "figures" / "regions.csv").open(encoding="utf-8", newline="") as file:
        return {row["kato"]: Region(**row) for row in csv.DictReader(file)}


def region_choices() -> list[tuple[str, str]]:
    return [(kato, str(region)) for kato, region in regions().items()]
