"""Somebody leaves the register, and with it the job-loss payment ends on the first of the month after by itself: the
law leaves nothing to judge in that (article 119.3(4))."""

import datetime

from employment.seekers.actions import ending
from employment.seekers.models import Registration
from socialcode.awards.finding.endings import end_by_itself
from socialcode.awards.models import Award, Circumstance

JOB_LOSS, OFF_THE_REGISTER = "job_loss", "119.3(4)"


def take_off(registration: Registration, ground: str, on: datetime.date, by) -> None:
    """End a registration that the caller has locked, on the day of removal, and the payment that stands on it."""
    ended = ending.end(registration=registration, ground=ground, by=by, on=on)
    for award in Award.objects.filter(person=ended.person, provision=JOB_LOSS).exclude(state=Award.State.ENDED):
        end_by_itself(award=award, article=OFF_THE_REGISTER, kind=Circumstance.Kind.OFF_REGISTER, happened_on=on)
