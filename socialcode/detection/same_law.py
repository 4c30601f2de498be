"""Rows of many regions in as few parts as the law has texts: most of it knows no regions."""

import datetime
from collections.abc import Callable, Iterator, Sequence

import polars as pl

from socialcode.engine import Provision
from socialcode.engine.fingerprint import fingerprint
from socialcode.engine.parameters import Values

ValuesOf = Callable[[str], Values]  # the law's values of the day in a region; in the country where it has no code


def by_law(
    provisions: Sequence[Provision], table: pl.DataFrame, region: str, on: datetime.date, values_of: ValuesOf
) -> Iterator[tuple[pl.DataFrame, Values]]:
    """The rows of a table in parts, each with what the law of these provisions says in its regions, which the column
    `region` names."""
    regions = table[region].fill_null("").unique().to_list()
    law = {place: tuple(fingerprint(one, on, values_of(place)) for one in provisions) for place in regions}
    for same in sorted(set(law.values())):
        there = [place for place in regions if law[place] == same]
        yield table.filter(pl.col(region).fill_null("").is_in(there)), values_of(there[0])
