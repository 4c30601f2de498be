"""Facts derived from rows of registers: rules in the engine's words, the same for one household and for the nation."""

from .derivation import Derivation, Derivations, Raw, derivations, derive, step
from .household import Household
from .nation import Nation
from .receipts import Receipts
from .said import SILENT, Said
from .words import (
    by_month,
    count,
    distinct,
    earliest,
    latest,
    newest_receipt,
    of_latest,
    received_on,
    said,
    some,
    sum_of,
    unbroken_since,
    where,
)

__all__ = [
    "SILENT",
    "Derivation",
    "Derivations",
    "Household",
    "Nation",
    "Raw",
    "Receipts",
    "Said",
    "by_month",
    "count",
    "derivations",
    "derive",
    "distinct",
    "earliest",
    "latest",
    "newest_receipt",
    "of_latest",
    "received_on",
    "said",
    "some",
    "step",
    "sum_of",
    "unbroken_since",
    "where",
]
