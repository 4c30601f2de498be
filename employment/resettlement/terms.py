"""The terms of a contract by the dated values of the law, and the steps that follow from them."""

import datetime
from dataclasses import dataclass

from socialcode.engine.days import days_after, months_after
from socialcode.law.values import values_on

from .models import Step

Kind = Step.Kind


@dataclass(frozen=True)
class Terms:
    """The days of a contract that begins on a day."""

    until: datetime.date
    certificate_until: datetime.date
    steps: tuple[tuple[str, datetime.date], ...]


def terms_from(since: datetime.date) -> Terms:
    """Counted from the day on which both have signed."""
    values = values_on(since)
    until = months_after(since, int(values.value("resettlement_contract_months")))
    steps = [
        (Kind.ARRIVED, days_after(since, int(values.value("resettlement_arrival_days")))),
        (Kind.WORKS, days_after(since, int(values.value("resettlement_work_days")))),
    ]
    each = int(values.value("resettlement_follow_up_months"))
    months = each
    while (day := months_after(since, months)) <= until:
        steps.append((Kind.FOLLOWED, day))
        months += each
    good = int(values.value("certificate_good_months"))
    return Terms(until, min(months_after(since, good), until), tuple(steps))
