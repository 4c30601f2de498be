"""What is wrong with invented registers, on purpose: as real ones are never clean.

The shares are of the rows of each register, and are ours: no published figure was found.
"""

import datetime

import polars as pl

from socialcode import iin

from .draws import Draws

SHARES = {
    "twice": 0.005,  # the same row stands twice
    "contradicts": 0.002,  # a second row of the same key says something else
    "missing": 0.003,  # a value without which the row says nothing
    "mistyped": 0.001,  # an IIN with one digit changed
    "stranger": 0.001,  # an IIN that is right and nobody's
    "impossible": 0.0005,  # a negative amount, or a day that is not over yet
    "late": 0.01,  # sent long ago
}
LATE_BY = 100  # days
ROWS_OF_A_FAMILY = 2**16
OF_NOBODY = [iin.first_free(datetime.date(1899, 1, day), "male", 1) for day in range(1, 29)]
# By register: what cannot be missing, and what a row that contradicts another one says instead
REQUIRED = {"income": "kind", "contribution": "kind", "loan": "lender", "health": "kind", "property": "kind"}
SAYS = {
    "person": {"given_name": pl.lit("Үлгі")},
    "address": {"text": pl.lit("Үлгі көшесі")},
    "income": {"month_01": pl.col("month_01") + 1000},
    "contribution": {"month_01": pl.col("month_01") + 100},
    "study": {"is_full_time": pl.lit(False)},
    "disability": {"capacity_loss": pl.lit(50, dtype=pl.Int32)},
    "property": {"area": pl.lit(13, dtype=pl.Int32)},
    "loan": {"overdue": pl.lit(1000.0), "overdue_since": pl.col("since") + pl.duration(days=1)},
}
IMPOSSIBLE = {
    "income": {"month_02": -pl.col("month_02").abs()},
    "contribution": {"month_02": -pl.col("month_02").abs()},
    "loan": {"overdue": pl.lit(-5000.0)},
    "person": {"birth_date": pl.lit(datetime.date(2199, 1, 1))},
}
NEVER = {"since": pl.lit(datetime.date(2199, 1, 1))}


def dirtied(name: str, rows: pl.DataFrame, seed: int, first_family: int) -> tuple[pl.DataFrame, dict[str, int]]:
    """Rows of the register `name` with what is wrong, and how many of each kind."""
    numbers = pl.Series(range(rows.height), dtype=pl.UInt64) + first_family * ROWS_OF_A_FAMILY
    drawn = Draws(seed, numbers)
    hit = {kind: drawn.chance(f"{name} {kind}", chance) for kind, chance in SHARES.items()}
    required = REQUIRED.get(name, "birth_date" if name == "person" else "since")
    changes = [
        (hit["missing"], {required: pl.lit(None, dtype=rows.schema[required])}),
        (hit["mistyped"], {"iin": _mistyped()}),
        (hit["stranger"], {"iin": pl.lit(pl.Series(OF_NOBODY).gather(numbers % len(OF_NOBODY)))}),
        (hit["impossible"], IMPOSSIBLE.get(name, NEVER)),
        (hit["late"], {"received_on": pl.col("received_on") - pl.duration(days=LATE_BY)}),
    ]
    made = rows
    for is_hit, values in changes:
        spoilt = {column: pl.when(is_hit).then(value).otherwise(pl.col(column)) for column, value in values.items()}
        made = made.with_columns(**spoilt)
    extra = [rows.filter(hit["twice"])]
    counts = {kind: int(is_hit.sum()) for kind, is_hit in hit.items()}
    if name in SAYS:
        extra.append(rows.filter(hit["contradicts"]).with_columns(**SAYS[name]))
    else:
        counts["contradicts"] = 0
    return pl.concat([made, *extra], how="vertical_relaxed"), counts


def _mistyped() -> pl.Expr:
    """The last digit is another one."""
    last = (pl.col("iin").str.slice(11, 1).cast(pl.Int32) + 1) % 10
    return pl.col("iin").str.slice(0, 11) + last.cast(pl.String)
