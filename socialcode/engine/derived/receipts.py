"""The register and the day of reception of a row as one number, of which the newest is the largest."""

import datetime
from collections.abc import Sequence

import polars as pl

REGISTERS = 64  # more than there are
ZERO = datetime.date(1970, 1, 1)


class Receipts:
    """Between numbers and what they say. Of rows of one day the register that comes later in `registers` names it."""

    def __init__(self, registers: Sequence[str]):
        if len(registers) > REGISTERS:
            raise ValueError(f"{len(registers)} registers do not fit.")
        self._names = list(registers)
        self._places = {name: place for place, name in enumerate(registers)}

    def of(self, register: str, day: datetime.date) -> int:
        return (day - ZERO).days * REGISTERS + self._places[register]

    def of_columns(self, register: pl.Expr, day: pl.Expr) -> pl.Expr:
        """The same for a table: `register` names, `day` dates."""
        places = register.replace_strict(list(self._places), list(self._places.values()), return_dtype=pl.Int64)
        return day.cast(pl.Int32).cast(pl.Int64) * REGISTERS + places

    def read(self, receipt: int) -> tuple[str, datetime.date]:
        """The register and the day."""
        days, place = divmod(receipt, REGISTERS)
        return self._names[place], ZERO + datetime.timedelta(days=days)

    def as_register(self, register: str, receipt: int) -> int:
        """The same day under the name of another register."""
        return receipt - receipt % REGISTERS + self._places[register]


def day_of(receipt: int) -> datetime.date:
    return ZERO + datetime.timedelta(days=receipt // REGISTERS)
