"""What follows where money did not arrive: somebody of the staff gets a task, and the person is told."""

from django.utils import translation

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.overpaid import count_anew
from socialcode.notices.actions import queue_notice
from socialcode.people import access

from .models import OrderState, PaymentOrder, PaymentRegister, PaymentTask
from .reasons import asks_for_an_account, in_words

Kind = PaymentTask.Kind
TOLD = (Kind.REJECTED, Kind.RETURNED)


def open_task(*, order: PaymentOrder, kind: str, reason: str = "", text: str = "", by=None) -> PaymentTask:
    """Open a task about an order, in the caller's transaction; one that is open already stays the only one."""
    task, is_new = PaymentTask.objects.get_or_create(
        order=order, kind=kind, settled_at=None, defaults={"reason": reason, "text": text}
    )
    if not is_new:
        return task
    record(EventKind.PAYMENT_TASK_OPENED, on=order, by=by, outcome=kind, reason=text or reason)
    if kind == Kind.CONTRADICTION:
        _hold_the_next(order)
    if kind in TOLD:
        count_anew(order.award)
    if kind in TOLD and order.person:
        for person in access.who_is_told(order.person):
            with translation.override(person.language):
                why = in_words(reason)
            named = {"order": order, "why": why, "wants_account": asks_for_an_account(reason)}
            queue_notice("payment_returned", to=person, about=order, is_bulk=True, **named)
    return task


def _hold_the_next(order: PaymentOrder) -> None:
    """Money that may have arrived after all is not paid again before somebody has looked."""
    later = PaymentOrder.objects.filter(replaces=order, state=OrderState.ORDERED)
    if later.filter(register__state=PaymentRegister.State.OPEN).update(state=OrderState.HELD, register=None):
        count_anew(order.award)
