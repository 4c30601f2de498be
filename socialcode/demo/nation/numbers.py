"""Numbers of invented people: right by the rules, with serial numbers that the state is not known to reach."""

from functools import cache

import polars as pl

from socialcode import iin

FIRST_SERIAL, END_OF_SERIALS = 9200, 10000  # above those of the few invented families
BORN = ("birth_date", "is_male")


class Numbers:
    """Gives every person a number of their own. Of each day and sex it remembers how many were given."""

    def __init__(self):
        self.given = pl.DataFrame(schema={"birth_date": pl.Date, "is_male": pl.Boolean, "given": pl.UInt32})

    def give(self, persons: pl.DataFrame) -> pl.Series:
        """A number for each person of `birth_date` and `is_male`. Raises ValueError where a day has no number left."""
        rows = persons.select(*BORN).join(self.given, on=BORN, how="left", maintain_order="left")
        before = pl.col("given").fill_null(0)
        rows = rows.with_columns(rank=before + pl.int_range(pl.len(), dtype=pl.UInt32).over(BORN))
        self.given = (
            pl.concat([self.given, rows.group_by(BORN).agg(given=pl.col("rank").max() + 1)])
            .group_by(BORN)
            .agg(pl.col("given").max())
        )
        rows = rows.with_columns(*_date_digits()).with_columns(
            first=_rest([f"d{place}" for place in range(7)], iin.FIRST_PASS[:7]),
            second=_rest([f"d{place}" for place in range(7)], iin.SECOND_PASS[:7]),
        )
        rows = rows.join(_serials(), on=["first", "second", "rank"], how="left", maintain_order="left")
        if rows["ending"].null_count():
            day = rows.filter(pl.col("ending").is_null())["birth_date"][0]
            raise ValueError(f"no numbers are left for people born on {day}: the country is too large for its days")
        start = pl.col("birth_date").dt.strftime("%y%m%d") + pl.col("d6").cast(pl.String)
        return rows.select(iin=start + pl.col("ending"))["iin"]


def _date_digits() -> list[pl.Expr]:
    born = pl.col("birth_date")
    parts = (born.dt.year() % 100, born.dt.month().cast(pl.Int32), born.dt.day().cast(pl.Int32))
    pairs = [digit for part in parts for digit in (part // 10, part % 10)]
    century = pl.when(pl.col("is_male")).then(1).otherwise(2) + pl.when(born.dt.year() < 2000).then(2).otherwise(4)  # noqa: PLR2004
    return [digit.cast(pl.Int32).alias(f"d{place}") for place, digit in enumerate([*pairs, century])]


def _rest(digits: list[str], weights) -> pl.Expr:
    """What the digits add to the sum of a pass, without whole multiples."""
    total = pl.sum_horizontal(pl.col(name) * weight for name, weight in zip(digits, weights, strict=True))
    return (total % iin.MODULUS).cast(pl.Int32)


@cache
def _serials() -> pl.DataFrame:
    """For the two rests of the first seven digits: the serial numbers with a check digit, counted by `rank`, and the
    five last digits of each."""
    rests = pl.DataFrame({"rest": range(iin.MODULUS)}, schema={"rest": pl.Int32})
    serial = pl.DataFrame({"serial": range(FIRST_SERIAL, END_OF_SERIALS)}, schema={"serial": pl.Int32})
    digits = [(pl.col("serial") // 10**power % 10).alias(f"s{3 - power}") for power in (3, 2, 1, 0)]
    names = [f"s{place}" for place in range(4)]
    table = rests.rename({"rest": "first"}).join(rests.rename({"rest": "second"}), how="cross")
    table = table.join(serial.with_columns(digits), how="cross").with_columns(
        once=(pl.col("first") + _rest(names, iin.FIRST_PASS[7:])) % iin.MODULUS,
        twice=(pl.col("second") + _rest(names, iin.SECOND_PASS[7:])) % iin.MODULUS,
    )
    check = pl.when(pl.col("once") != iin.NEVER_ISSUED).then(pl.col("once")).otherwise(pl.col("twice"))
    return (
        table.with_columns(check=check)
        .filter(pl.col("check") != iin.NEVER_ISSUED)
        .with_columns(rank=pl.int_range(pl.len(), dtype=pl.UInt32).over("first", "second"))
        .select("first", "second", "rank", ending=pl.col("serial").cast(pl.String) + pl.col("check").cast(pl.String))
    )
