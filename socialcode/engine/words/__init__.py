"""The words a rule is written in, each told for every carrier side by side; columns have traps that each word closes.

A formula's arguments are columns, or values of one citizen; unknown stays unknown through every word. Amounts and rates
are exact decimals with twelve places, rounded once, at the end. A rate has at most four places and divisors multiply to
less than 1 000, so a true fraction of a tenge is never below a billionth, while what one division leaves behind is far
smaller: rounding words therefore settle the value at nine places first. A formula divides last, once.
"""

from .amounts import (
    choose,
    down_to_tenge,
    first_known,
    greatest,
    least,
    nearest_tenge,
    raised,
    ratio,
    to_tiyn,
    up_to_tenge,
)
from .days import (
    days_after,
    days_between,
    end_of_month,
    end_of_quarter,
    full_years,
    months_after,
    months_between,
    start_of_month,
    start_of_year,
    years_after,
)
from .many import family_count, family_sum, total
from .tables import as_of, by_table, in_quarter, one_of

__all__ = [
    "as_of",
    "by_table",
    "choose",
    "days_after",
    "days_between",
    "down_to_tenge",
    "end_of_month",
    "end_of_quarter",
    "family_count",
    "family_sum",
    "first_known",
    "full_years",
    "greatest",
    "in_quarter",
    "least",
    "months_after",
    "months_between",
    "nearest_tenge",
    "one_of",
    "raised",
    "ratio",
    "start_of_month",
    "start_of_year",
    "to_tiyn",
    "total",
    "up_to_tenge",
    "years_after",
]
