"""The pure calculator: no Django, no database, no Celery. Rules import their words from here and from nowhere else."""

from .asking import questions
from .citizen import Case
from .evaluate import evaluate, results, trace
from .explanation import explain, explain_all, explain_cases
from .facts import Fact, FactError, Kind, Meaning
from .grounds import Ground
from .interactions import Effect, Follows, Granted, OneOf, Told
from .parameters import History
from .plan import NotEncodedError
from .provision import Provision, Rule, Withheld, rule
from .text import _
from .words import (
    as_of,
    by_table,
    choose,
    days_after,
    down_to_tenge,
    end_of_month,
    end_of_quarter,
    family_count,
    family_sum,
    first_known,
    full_years,
    greatest,
    in_quarter,
    least,
    months_after,
    nearest_tenge,
    one_of,
    raised,
    ratio,
    start_of_month,
    start_of_year,
    to_tiyn,
    total,
    up_to_tenge,
    years_after,
)

__all__ = [
    "Case",
    "Effect",
    "Fact",
    "FactError",
    "Follows",
    "Granted",
    "Ground",
    "History",
    "Kind",
    "Meaning",
    "NotEncodedError",
    "OneOf",
    "Provision",
    "Rule",
    "Told",
    "Withheld",
    "_",
    "as_of",
    "by_table",
    "choose",
    "days_after",
    "down_to_tenge",
    "end_of_month",
    "end_of_quarter",
    "evaluate",
    "explain",
    "explain_all",
    "explain_cases",
    "family_count",
    "family_sum",
    "first_known",
    "full_years",
    "greatest",
    "in_quarter",
    "least",
    "months_after",
    "nearest_tenge",
    "one_of",
    "questions",
    "raised",
    "ratio",
    "results",
    "rule",
    "start_of_month",
    "start_of_year",
    "to_tiyn",
    "total",
    "trace",
    "up_to_tenge",
    "years_after",
]
