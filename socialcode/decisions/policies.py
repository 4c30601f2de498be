"""Who may agree to a decision, and until when somebody may complain of it."""

import datetime
from collections.abc import Collection

from django.utils import timezone

from socialcode.accounts.models import User
from socialcode.accounts.second_person import Proposal, check_answers
from socialcode.engine.days import months_after
from socialcode.law.values import values_on
from socialcode.people.kin import check_not_close

from .models import Decision


def check_can_answer(decision: Decision, by: User, *, worked: Collection[int | None]) -> None:
    """Whether somebody may agree to a decision or not; `worked` are those who took part in it besides who decided."""
    answered = decision.approvals.values_list("by", flat=True)
    check_answers(Proposal({decision.decided_by_id, *worked}, set(answered)), by)
    check_not_close(by, decision.subject.concerned)


def is_late_to_appeal(decision: Decision) -> bool:
    """Whether the time to complain of a decision in force is over: then only a good reason helps."""
    return timezone.localdate() > last_day_to_appeal(decision)


def last_day_to_appeal(decision: Decision) -> datetime.date:
    """Of a decision in force: counted from the day it took effect, by the law's value of that day."""
    return complain_by(timezone.localdate(decision.in_effect_since))


def complain_by(in_effect_on: datetime.date) -> datetime.date:
    """Until when somebody complains of what took effect on a day, by the value of that day (APPC, article 92)."""
    return months_after(in_effect_on, int(values_on(in_effect_on).value("complaint_months")))
