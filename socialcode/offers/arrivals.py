"""Answers by SMS to the question whether money arrived: they come to the number to which offers are answered, too.

What was asked last is what an answer without a code is to. What nobody can read, or what may be about one of several
payments, is kept for the specialist who calls.
"""

from collections.abc import Sequence

from socialcode.notices.models import Inbound
from socialcode.payments.actions import arriving
from socialcode.payments.models import ArrivalQuestion
from socialcode.people.access import wards_of
from socialcode.people.models import Person

from . import reading
from .answer_words import ARRIVED, MISSED, NO, TURNS
from .models import Offer

KIND = "payment_arrived"  # the notice that asks
Answer = ArrivalQuestion.Answer
SAYS = {reading.SAYS_YES: Answer.ARRIVED, reading.SAYS_NO: Answer.MISSED}


def take(message: Inbound, offers: Sequence[Offer]) -> bool:
    """Read a message as an answer to whether money arrived, in the caller's transaction; whether it was one."""
    asked = _asked_of(message)
    if not asked or not _is_meant(message, asked, offers):
        return False
    says = _said(message.text) if len(asked) == 1 else ""
    for question in asked:
        arriving.note_message(question=question, answer=says, message=message)
    return True


def _asked_of(message: Inbound) -> list[ArrivalQuestion]:
    """The questions that who has the number was asked before the message came, and has not answered; the newest first.
    Who acts for somebody is asked in their place."""
    persons = list(Person.objects.filter(phone=message.address, died_on=None))
    receivers = [*persons, *(ward for person in persons for ward in wards_of(person))]
    waiting = ArrivalQuestion.objects.filter(order__person__in=receivers, sample__drawn_at__lte=message.received_at)
    waiting = waiting.exclude(answer__in=(Answer.ARRIVED, Answer.MISSED))
    return list(waiting.select_related("sample").order_by("-sample__drawn_at", "-pk"))


def _is_meant(message: Inbound, asked: Sequence[ArrivalQuestion], offers: Sequence[Offer]) -> bool:
    if message.notice_id:
        return message.notice.kind == KIND
    codes = {offer.code for offer in offers}
    if any(answer.code for answer in reading.read(message.text, codes).answers):
        return False
    return not any(offer.is_open and offer.queued_at > asked[0].sample.drawn_at for offer in offers)


def _said(text: str) -> str:
    """Whether a text says that the money arrived; nothing where it says neither."""
    words = set(reading.TOKEN.findall(text.casefold()))
    if "?" not in words and words & (ARRIVED | MISSED):
        turned = words & (MISSED | TURNS | (NO - {"1", "2"}))
        return Answer.MISSED if turned else Answer.ARRIVED
    [answer, *_others] = reading.read(text).answers
    return SAYS.get(answer.says, "")
