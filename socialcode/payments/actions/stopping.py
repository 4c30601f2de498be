"""Money of an award that is not to be paid any more, as long as no bank has it."""

from collections.abc import Iterable

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.models import Award
from socialcode.broken_constraint import change
from socialcode.payments.models import OrderState, PaymentOrder, PaymentRegister

WITH_A_BANK = (OrderState.SENT, OrderState.PAID)
FIXED = (PaymentRegister.State.APPROVED, PaymentRegister.State.SENT)


@change
def stop_unpaid(*, award: Award, reason: str) -> bool:
    """Take the orders of an award out of lists that nobody has approved. False, and nothing changed, where a bank has
    or gets some of them."""
    registers = PaymentRegister.objects.filter(orders__award=award).order_by("pk")
    fixed = {one.pk: one.state in FIXED for one in registers.select_for_update(of=("self",))}
    orders = list(PaymentOrder.objects.filter(award=award).standing().select_for_update(of=("self",)).order_by("pk"))
    if any(order.state in WITH_A_BANK or fixed.get(order.register_id) for order in orders):
        return False
    _cancel(orders, reason)
    return True


def drop_undone(register: PaymentRegister) -> None:
    """Take out of an open list, which the caller has locked, what is not owed any more: a run that was under way while
    an award was undone has made an order that nobody could see then."""
    undone = register.orders.filter(award__is_undone=True).select_for_update(of=("self",)).order_by("pk")
    _cancel(undone, "the award was undone while its order was made")


def _cancel(orders: Iterable[PaymentOrder], reason: str) -> None:
    for order in orders:
        order.state, order.register = OrderState.CANCELLED, None
        order.save(update_fields=["state", "register"])
        record(EventKind.PAYMENT_CANCELLED, on=order, by=None, amount=order.amount, reason=reason)
