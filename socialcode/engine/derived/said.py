"""What a derivation ends in: a value, and by which rows registers say it."""

from dataclasses import dataclass
from typing import Any

import polars as pl


@dataclass(frozen=True)
class Said:
    """Of one person: nothing is said where there is no receipt."""

    value: Any
    receipt: int | None


@dataclass(frozen=True)
class SaidColumns:
    """Of everybody."""

    value: pl.Expr
    receipt: pl.Expr


SILENT = Said(None, None)
