"""Somebody says that money did not arrive."""

from socialcode.broken_constraint import change
from socialcode.payments import following, policies
from socialcode.payments.models import PaymentOrder, PaymentTask


@change
def not_arrived(*, order: PaymentOrder, text: str, by) -> PaymentTask:
    """Open a task about a payment that a person misses; asked again it is the same task."""
    order = PaymentOrder.objects.select_for_update(of=("self",)).select_related("run", "person").get(pk=order.pk)
    policies.check_can_ask(order, text, by)
    return following.open_task(order=order, kind=PaymentTask.Kind.NOT_ARRIVED, text=text.strip(), by=by)
