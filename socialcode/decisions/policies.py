"""Who may agree to a decision and who may complain of it, and until when: one sentence per reason."""

import datetime
from collections.abc import Collection

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.accounts.models import User
from socialcode.accounts.second_person import Proposal, check_answers
from socialcode.engine.days import months_after
from socialcode.law.values import values_on
from socialcode.people import access
from socialcode.people.kin import check_not_close
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError, check_reason
from socialcode.templatetags.portal import day

from .models import Appeal, Decision


def check_can_answer(decision: Decision, by: User, *, worked: Collection[int | None]) -> None:
    """Whether somebody may agree to a decision or not; `worked` are those who took part in it besides who decided."""
    answered = decision.approvals.values_list("by", flat=True)
    check_answers(Proposal({decision.decided_by_id, *worked}, set(answered)), by)
    check_not_close(by, decision.subject.concerned)


def check_can_appeal(decision: Decision, person: Person, text: str, by: User) -> None:
    """The person whom a decision is about complains, or who acts for them: once, within the months of the law."""
    if decision.subject.person != person or not access.may_act_for(by, person):
        raise NotAllowedError(_("This decision is about somebody else."))
    if decision.in_effect_since is None:
        raise NotAllowedError(_("This decision is not in force. There is nothing to complain of yet."))
    if timezone.localdate() > (last := last_day_to_appeal(decision)):
        raise NotAllowedError(_("The time to complain ended on %(day)s.") % {"day": day(last)})
    if Appeal.objects.filter(decision=decision, person=person).exists():
        raise NotAllowedError(_("There is already a complaint about this decision."))
    check_reason(text, "text")


def last_day_to_appeal(decision: Decision) -> datetime.date:
    """Of a decision in force: counted from the day it took effect, by the law's value of that day."""
    since = timezone.localdate(decision.in_effect_since)
    return months_after(since, int(values_on(since).value("complaint_months")))
