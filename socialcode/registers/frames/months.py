"""Registers by month for many people: a row for each year is read, and laid out as rows of months here.

The database has a view with a row for each month, which is right for a few people; of millions of months it would
repeat person, kind and source, and write each out as text.
"""

from collections.abc import Iterable, Sequence

import polars as pl
import polars.selectors as cs
from django.db.models import Expression, F, Func, TextField, Value

from socialcode.engine.derived.nation import PERSON
from socialcode.engine.derived.one_rows import RECEIPT
from socialcode.engine.derived.receipts import REGISTERS
from socialcode.registers.models import MonthRow
from socialcode.registers.models.months import MONTHS

from .copying import copied
from .sources import Receipt, Source

OWN_DAYS, YEAR, PLACE, MONTH, SAID = "~days", "~year", "~place", "month", "amount"


def is_by_month(source: Source) -> bool:
    """Whether the rows of a source are months of years."""
    return issubclass(source.rows.model, MonthRow)


def read_months(source: Source, names: Sequence[str], persons: Expression) -> pl.DataFrame:
    """What `source.read` gives for persons of a query, with the columns `person`, `names` and the receipt, in the same
    order."""
    model = source.rows.model
    arrays = {SAID: model.arrays[SAID], **{name: model.arrays[name] for name in names if name in model.arrays}}
    plain = [name for name in names if name != MONTH and name not in arrays]
    columns = {
        PERSON: F("person_id"),
        YEAR: F("year"),
        OWN_DAYS: Func(F("received_each"), Value(","), Value(""), function="array_to_string", output_field=TextField()),
        RECEIPT: Receipt(F(source.register), source.received),
        **{name: F(source.columns[name]) for name in plain},
        **{_of(name, month): F(f"{array}__{month - 1}") for name, array in arrays.items() for month in MONTHS},
    }
    kept = model.kept_in.objects.filter(ended_at=None, person_id__in=persons)
    years = copied(kept.order_by("pk").values_list(*columns.values()), list(columns))
    return _laid_out(years, arrays).select(PERSON, *names, RECEIPT)


def _of(name: str, month: int) -> str:
    return f"~{name}{month}"


def _laid_out(years: pl.DataFrame, arrays: Iterable[str]) -> pl.DataFrame:
    """A row for each month of which something is said."""
    names, placed = list(arrays), years.lazy().with_row_index(PLACE)
    months = pl.concat(_month(placed, names, month) for month in MONTHS).sort(PLACE, MONTH)
    return months.with_columns(_receipts()).collect()


def _month(years: pl.LazyFrame, arrays: list[str], month: int) -> pl.LazyFrame:
    days = pl.col(OWN_DAYS).str.split(",").list.get(month - 1).alias(OWN_DAYS)
    of_month = [pl.col(_of(name, month)).alias(name) for name in arrays]
    others = cs.exclude(OWN_DAYS, cs.starts_with("~") - cs.by_name(PLACE))
    said = years.filter(pl.col(_of(SAID, month)).is_not_null())
    return said.select(others, *of_month, pl.date(pl.col(YEAR), month, 1).alias(MONTH), days)


def _receipts() -> pl.Expr:
    """The receipt of each month: of its own day where it has one."""
    day = pl.col(OWN_DAYS).replace("", None).str.to_date("%Y-%m-%d").cast(pl.Int32).cast(pl.Int64)
    return pl.coalesce(day * REGISTERS + pl.col(RECEIPT) % REGISTERS, pl.col(RECEIPT)).alias(RECEIPT)
