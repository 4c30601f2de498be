"""The days of the Administrative Procedural Code for a complaint, and which office is the higher one."""

import datetime

from django.utils import timezone

from socialcode.accounts.models import Office
from socialcode.law.terms import term_after
from socialcode.law.values import values_on


def higher_than(office: Office) -> Office | None:
    """The regional centre above a district's office; None where there is none above."""
    if office.is_regional:
        return None
    return Office.objects.filter(region=office.region, district="").first()


def set_right_by(day: datetime.date) -> datetime.date:
    """Until when the office that decided may set its decision right, or sends the complaint on (article 91)."""
    return term_after(day, "complaint_set_right_days")


def answer_by(day: datetime.date) -> datetime.date:
    """Until when the higher office answers a complaint that came to it on a day (article 99)."""
    return term_after(day, "complaint_answer_days")


def first_due(office: Office, day: datetime.date) -> datetime.date:
    """The first last day of a complaint that an office receives: to set right, or to answer where nobody is above."""
    return set_right_by(day) if higher_than(office) else answer_by(day)


def answered_by(office: Office, day: datetime.date) -> datetime.date:
    """By when a complaint received on a day is answered at the latest."""
    return answer_by(set_right_by(day)) if higher_than(office) else answer_by(day)


def court_months() -> int:
    """Months to go to court after the answer (article 136)."""
    return int(values_on(timezone.localdate()).value("court_months"))
