"""Who may not take part in measures: who left a subsidised place without a good reason (article 111.7).

A bar needs nobody to lift it: it is over when the person has been registered as unemployed again for the months of the
law, counted from that registration.
"""

import datetime

from socialcode.engine.days import days_after, months_after
from socialcode.law.values import values_on
from socialcode.people.models import Person
from socialcode.registers.models import Employment

from .models import Bar

LEFT = "left_subsidised_job"  # as the fact of the reason to be taken off the register calls it
FOR_NOW = datetime.date.max  # until the person registers again, and the months after that


def registered_since(person: Person, after: datetime.date, on: datetime.date) -> datetime.date | None:
    """The first day after a day on which the person was registered as unemployed again, up to a day."""
    rows = Employment.objects.current().filter(person=person, kind=Employment.Kind.UNEMPLOYED)
    return rows.filter(since__gt=after, since__lte=on).order_by("since").values_list("since", flat=True).first()


def barred_until(person: Person, on: datetime.date) -> datetime.date | None:
    """The last day on which the person may take part in no measure, as known on a day; FOR_NOW while they have not
    registered again, None where no bar stands."""
    newest = Bar.objects.filter(person=person, since__lte=on).order_by("-since").first()
    if newest is None:
        return None
    again = registered_since(person, newest.since, on)
    if again is None:
        return FOR_NOW
    last = months_after(again, int(values_on(on).value("measures_bar_months")))
    return last if on <= last else None


def first_day_free(person: Person, on: datetime.date) -> datetime.date | None:
    """The first day on which the person may take part again; None where no bar stands, or the day is not known yet."""
    until = barred_until(person, on)
    return days_after(until, 1) if until and until != FOR_NOW else None
