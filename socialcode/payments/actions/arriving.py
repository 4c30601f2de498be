"""Asking people whether their money arrived."""

from django.utils import timezone

from socialcode.audit.drawing import drawn
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.notices.actions import queue_notice
from socialcode.notices.models import Inbound
from socialcode.payments import following, policies
from socialcode.payments.models import ArrivalQuestion, ArrivalSample, OrderState, PaymentOrder, PaymentTask
from socialcode.people import access

Answer, Way = ArrivalQuestion.Answer, ArrivalQuestion.Way


@change
def ask_some(*, run, seed: str, size: int, by) -> ArrivalSample:
    """Draw payments of a run that banks call paid, and ask who received each: on the portal and by a message."""
    policies.check_can_draw_arrivals(run, size, by)
    sample = ArrivalSample.objects.create(run=run, seed=seed.strip(), size=size, drawn_by=by)
    paid = PaymentOrder.objects.filter(run=run, state=OrderState.PAID, person__died_on=None, person__isnull=False)
    orders = list(drawn(paid.filter(arrival=None).select_related("person"), sample.seed, size))
    for order in orders:
        question = ArrivalQuestion.objects.create(sample=sample, order=order)
        for reader in access.who_is_told(order.person):
            queue_notice("payment_arrived", to=reader, about=order, is_bulk=True, order=order, question=question)
    sample.drawn = len(orders)
    sample.save(update_fields=["drawn"])
    record(EventKind.ARRIVAL_ASKED, on=sample, by=by, found=sample.drawn)
    return sample


@change
def say_arrived(*, question: ArrivalQuestion, answer: str, by) -> ArrivalQuestion:
    """Who received it, or somebody of the staff who called them, says whether it arrived. What did not is looked into;
    who was not reached may be called once more."""
    locked = ArrivalQuestion.objects.select_for_update(of=("self",)).select_related("order__person")
    question = locked.get(pk=question.pk)
    policies.check_can_say_arrived(question, answer, by)
    is_own = access.may_act_for(by, question.order.person)
    question.answer, question.way = answer, Way.PORTAL if is_own else Way.CALL
    question.answered_by, question.answered_at = by, timezone.now()
    question.save(update_fields=["answer", "way", "answered_by", "answered_at"])
    record(EventKind.ARRIVAL_ANSWERED, on=question.order, by=by, outcome=answer)
    if answer == Answer.MISSED:
        following.open_task(order=question.order, kind=PaymentTask.Kind.NOT_ARRIVED, by=by)
    return question


@change
def note_message(*, question: ArrivalQuestion, answer: str, message: Inbound) -> ArrivalQuestion:
    """What came from the phone of who was asked: it arrived, or it did not; without an answer, what they wrote is kept
    for who calls. What was answered already stays."""
    locked = ArrivalQuestion.objects.select_for_update(of=("self",)).select_related("order__person")
    question = locked.get(pk=question.pk)
    if question.answer in (Answer.ARRIVED, Answer.MISSED):
        return question
    question.message = message
    if answer:
        question.answer, question.way, question.answered_at = answer, Way.SMS, message.received_at
        question.answered_by = None
        record(EventKind.ARRIVAL_ANSWERED, on=question.order, by=None, outcome=answer)
    question.save(update_fields=["message", "answer", "way", "answered_at", "answered_by"])
    if answer == Answer.MISSED:
        following.open_task(order=question.order, kind=PaymentTask.Kind.NOT_ARRIVED, text=message.text)
    return question
