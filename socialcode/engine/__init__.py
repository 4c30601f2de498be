"""The pure calculator: no Django, no database, no Celery. Rules import their words from here and from nowhere else."""

from .evaluate import evaluate, trace
from .explanation import explain, explain_all, questions
from .facts import Fact, FactError, Kind
from .plan import NotEncodedError
from .provision import Provision, Rule, rule
from .text import _
from .words import (
    as_of,
    by_table,
    choose,
    days_after,
    down_to_tenge,
    end_of_month,
    family_count,
    family_sum,
    greatest,
    least,
    months_after,
    nearest_tenge,
    one_of,
    raised,
    ratio,
    reaches_age,
    to_tiyn,
    total,
    up_to_tenge,
    years_after,
)

__all__ = [
    "Fact",
    "FactError",
    "Kind",
    "NotEncodedError",
    "Provision",
    "Rule",
    "_",
    "as_of",
    "by_table",
    "choose",
    "days_after",
    "down_to_tenge",
    "end_of_month",
    "evaluate",
    "explain",
    "explain_all",
    "family_count",
    "family_sum",
    "greatest",
    "least",
    "months_after",
    "nearest_tenge",
    "one_of",
    "questions",
    "raised",
    "ratio",
    "reaches_age",
    "rule",
    "to_tiyn",
    "total",
    "trace",
    "up_to_tenge",
    "years_after",
]
