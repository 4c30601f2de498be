"""Payments granted here are facts again: what a department needs to say which ones, in its file `known.py`."""

import datetime
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from socialcode.awards.models import Award
from socialcode.people.models import Person, Register
from socialcode.registers.known import Known
from socialcode.registers.records import Records, RegisterRows


def received(rows: RegisterRows, person: Person) -> set[str]:
    """The provisions that a person, a child or their family has on the day of the rows."""
    awards = Award.objects.standing(rows.on).about([person], rows.on)
    return set(awards.values_list("provision", flat=True))


def in_payment(records: Records, *provisions: str, by: str = "person") -> list[Award]:
    """Awards of the provisions (of any if none is named) that are paid on the day."""
    rows = records.in_force(Award.objects.select_related("decision"), by=by)
    return [
        award
        for award in rows
        if award.state == Award.State.IN_PAYMENT and (award.provision in provisions or not provisions)
    ]


def paid_to(records: Records, last_day: datetime.date | None, *provisions: str) -> list[Award]:
    """Awards of the provisions, for whom the records are about, that were paid up to a day and on it."""
    rows = records.rows(Award.objects.select_related("decision"), by="subject")
    return [
        award
        for award in rows
        if award.provision in provisions
        and award.state == Award.State.IN_PAYMENT
        and last_day
        and award.since <= last_day <= (award.until or datetime.date.min)
    ]


def paid_to_the_end(fact: str, provision: str, at_most: Callable[[Records], datetime.date] | None = None):
    """The filler of whether a provision was paid here to the end of a term: the day that a fact says.

    The term ends with the day that `at_most` says of the records, if that is earlier.
    """

    def filler(records: Records) -> Known | None:
        end = records.told.get(fact)
        if end and at_most:
            end = min(end, at_most(records))
        return by_award(True, *paid_to(records, end, provision))

    return filler


def by_award(value: Any, *awards: Award) -> Known | None:
    """A value that awards say together; nothing where there are none."""
    return Known(value, Register.AWARDS, max(map(granted_on, awards))) if awards else None


def of_award(records: Records, value: Callable[[Award], Any], provision: str) -> Known | None:
    """What the award of a provision says."""
    return next((by_award(value(award), award) for award in in_payment(records, provision)), None)


def granted_on(award: Award) -> datetime.date:
    return timezone.localdate(award.decision.decided_at)
