"""The office's time to decide: it stands still while the person is asked, and runs on with what was left.

The Administrative Procedural Code has the office name a reasonable time to mend a claim (article 64, point 6), and says
of a hearing only how long before the decision it is told (article 73); whether the office's own days (article 76) run
meanwhile, it does not say. So whether they do is a dated value of the portal.
"""

import datetime

from django.utils import timezone

from socialcode.law.values import values_on
from socialcode.law.working_days import working_days_after, working_days_left

from .models import Claim

STOPS = {Claim.Status.INFORMATION_ASKED: "correction_stops_clock", Claim.Status.HEARING: "hearing_stops_clock"}


def moved(claim: Claim, to: str, until: datetime.date | None = None) -> dict:
    """What changes of the clock as a claim moves to a status. `until` is the last day it stood still; today if None."""
    today = timezone.localdate()
    if to in STOPS:
        return {"stopped_on": today} if values_on(today).value(STOPS[to]) else {}
    if claim.stopped_on is None:
        return {}
    return {"stopped_on": None, "due_on": runs_until(claim, until or today)}


def runs_until(claim: Claim, day: datetime.date) -> datetime.date:
    """The day to decide by, if the clock that stands still goes on after a day. A term that was over stays over."""
    left = working_days_left(claim.stopped_on, claim.due_on)
    return working_days_after(day, left) if left >= 0 else claim.due_on


def days_left(claim: Claim) -> int:
    """Working days the office has left: from today, or from when its time goes on; negative once the term is over."""
    return working_days_left(claim.stopped_on or timezone.localdate(), claim.due_on)
