"""What may be done in the random check of decisions, by whom and when: one sentence per reason."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.accounts.access import grant_at
from socialcode.accounts.models import Role, User
from socialcode.decisions.models import Decision
from socialcode.law.terms import term_after
from socialcode.people.kin import check_not_close
from socialcode.refusal import NotAllowedError, check_reason

from .models import Relook, Review

State = Review.State
CONCLUDED = (State.IN_ORDER, State.NOT_IN_ORDER)
LARGEST = 1000  # decisions; more is no random check that people can do


def check_is_auditor(by: User | None) -> None:
    """`by` is None on the command line, where the operator of the servers acts."""
    if by is not None and Role.AUDITOR not in by.roles:
        raise NotAllowedError(_("Only auditors check decisions."))


def check_can_draw(seed: str, since: datetime.date, until: datetime.date, size: int, by: User | None) -> None:
    check_is_auditor(by)
    if not seed.strip():
        raise NotAllowedError(_("Write some letters or figures that the draw starts from."), "seed")
    if since > until:
        raise NotAllowedError(_("The last day lies before the first day."), "until")
    if until >= timezone.localdate():
        raise NotAllowedError(_("Choose days that are over. Only then a draw can be repeated."), "until")
    if not 1 <= size <= LARGEST:
        raise NotAllowedError(_("Choose between 1 and %(largest)s decisions.") % {"largest": LARGEST}, "size")


def check_can_ask(review: Review, question: str, by: User) -> None:
    _check_reviews(review.decision, by)
    if review.state != State.OPEN:
        raise NotAllowedError(_("This decision was asked about or checked already."))
    check_reason(question, "question")


def check_can_answer(review: Review, answer: str, by: User) -> None:
    check_may_answer(review, by)
    if review.state != State.ASKED:
        raise NotAllowedError(_("No answer is awaited here any more."))
    check_reason(answer, "answer")


def check_may_answer(review: Review, by: User) -> None:
    """The officer who decided answers; the head of the office may do so too, for somebody who is away. For what the
    rule decided any officer of the office answers."""
    decision = review.decision
    roles = (Role.HEAD, Role.OFFICER) if decision.is_by_rule else (Role.HEAD,)
    if by.pk != decision.decided_by_id and grant_at(by, decision.origin.office, *roles) is None:
        raise NotAllowedError(_("Only the officer who decided, or the head of the office, answers."))


def check_can_conclude(review: Review, state: str, conclusion: str, by: User) -> None:
    _check_reviews(review.decision, by)
    if review.state in CONCLUDED:
        raise NotAllowedError(_("This decision was checked already."))
    if not may_be_concluded(review):
        raise NotAllowedError(_("The officer may still answer. Wait for the answer or for the end of the days."))
    if state not in CONCLUDED:
        raise NotAllowedError(_("Choose whether the decision is in order."), "state")
    check_reason(conclusion, "conclusion")


def may_be_concluded(review: Review) -> bool:
    """Not yet concluded, and no answer awaited whose days are not over."""
    is_awaited = review.state == State.ASKED and answer_due_on(review) >= timezone.localdate()
    return review.state not in CONCLUDED and not is_awaited


def answer_due_on(review: Review) -> datetime.date:
    """The last day of the officer's answer."""
    return term_after(timezone.localdate(review.asked_at), "review_answer_days")


def _check_reviews(decision: Decision, by: User) -> None:
    check_is_auditor(by)
    if by.pk == decision.decided_by_id or decision.approvals.filter(by=by).exists():
        raise NotAllowedError(_("Nobody checks a decision they took part in. Another auditor does."))
    check_not_close(by, decision.subject.concerned)


def relook_due_on(day: datetime.date) -> datetime.date:
    """The last day on which an office answers what it looks at again from a day on."""
    return term_after(day, "relook_days")


def check_may_answer_relook(relook: Relook, by: User) -> None:
    """An officer or the head of the office, and not who decided."""
    decision = relook.review.decision
    if grant_at(by, relook.office, Role.OFFICER, Role.HEAD) is None:
        raise NotAllowedError(_("Only the office that decided looks at it again."))
    if by.pk == decision.decided_by_id:
        raise NotAllowedError(_("You decided this. Another person looks at it again."))
    check_not_close(by, decision.subject.concerned)


def check_can_answer_relook(relook: Relook, outcome: str, answer: str, by: User) -> None:
    check_may_answer_relook(relook, by)
    if relook.state != Relook.State.OPEN:
        raise NotAllowedError(_("No answer is awaited here any more."))
    if outcome not in Relook.Outcome:
        raise NotAllowedError(_("Choose what comes of it."), "outcome")
    check_reason(answer, "answer")


def check_can_conclude_relook(relook: Relook, by: User) -> None:
    _check_reviews(relook.review.decision, by)
    if relook.state != Relook.State.ANSWERED:
        raise NotAllowedError(_("The office has not answered yet, or it is closed."))
