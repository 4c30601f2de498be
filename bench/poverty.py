"""Poverty of invented families, measured by `family_map.measure` and by PyPI `mpitb`: `python -m bench.poverty`.

Where one figure differs by more than binary numbers do, it ends with 1.
"""

import argparse
import json
import random
import time
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import polars as pl

from bench import environments
from family_map.measure import Indicator, Measures, Method, measure, nested_weights

DATA = Path(__file__).resolve().parent.parent / "var" / "bench"
DIMENSIONS = {f"d{number}": [f"d{number}_{place}" for place in range(5)] for number in range(5)}
LINES = (
    18,
    33,
    38,
    50,
)  # percent, between the scores that 25 indicators can have: on one, binary numbers lose families
REGIONS = 20
NEAR = 1e-12


def invented(families: int) -> pl.DataFrame:
    """Each family has a lot of its own, so that deprivations go together; the same families whenever asked."""
    chance = random.Random(1)  # noqa: S311 - nobody has to be unable to guess invented families
    names = [name for inside in DIMENSIONS.values() for name in inside]
    rows = []
    for _family in range(families):
        lot = chance.random() ** 2
        rows.append([int(chance.random() < lot) for _name in names] + [chance.randrange(REGIONS), chance.randint(1, 9)])
    return pl.DataFrame(rows, schema=[*names, "region", "members"], orient="row")


def ours(table: pl.DataFrame, lines: Sequence[int]) -> dict[str, dict[str, float]]:
    """H, A, M0 and the headcounts of each indicator by line and region, as the peer names them."""
    weights = nested_weights(DIMENSIONS)
    indicators = tuple(Indicator(n, d, weights[n]) for d, inside in DIMENSIONS.items() for n in inside)
    found = {}
    for line in lines:
        done = measure(table, Method(indicators, Fraction(line, 100), people="members", groups=("region",)))
        for place, measures in {"nat": done.whole, **done.groups["region"]}.items():
            found[f"{place} {line}"] = _figures(measures)
    return found


def _figures(measures: Measures) -> dict[str, float]:
    figures = {"H": measures.headcount, "A": measures.intensity or 0, "M0": measures.m0}
    for name, shares in measures.indicators.items():
        figures |= {f"hd {name}": shares.raw, f"hdk {name}": shares.censored}
    return {name: float(value) for name, value in figures.items()}


def main() -> int:
    reader = argparse.ArgumentParser(prog="python -m bench.poverty")
    reader.add_argument("--families", type=int, default=10_000)
    reader.add_argument("--lines", type=int, nargs="+", default=LINES)
    asked = reader.parse_args()
    families, lines = asked.families, asked.lines
    environments.MPITB.prepare()
    DATA.mkdir(parents=True, exist_ok=True)
    file = DATA / f"poverty-{families}.csv"
    table = invented(families)
    table.write_csv(file)
    begun = time.perf_counter()
    mine = ours(table, lines)
    taken = time.perf_counter() - begun
    told = environments.answer(environments.MPITB.python, "peer.run_poverty", file, json.dumps(DIMENSIONS), *lines)
    theirs = told["figures"]
    differing = [
        (place, name, value, theirs[place][name])
        for place, figures in mine.items()
        for name, value in figures.items()
        if abs(value - theirs[place][name]) > NEAR
    ]
    compared = sum(map(len, mine.values()))
    print(f"{families:,} families: {compared:,} figures compared, {len(differing)} differ by more than {NEAR}")
    print(f"ours {taken:.2f} s, exact; mpitb {told['seconds']:.2f} s, in binary numbers")
    for difference in differing[:10]:
        print(*difference)
    return 1 if differing or mine.keys() != theirs.keys() else 0


if __name__ == "__main__":
    raise SystemExit(main())
