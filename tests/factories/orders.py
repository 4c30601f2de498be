"""Money that was paid, without the way of a month that leads to it."""

from django.utils import timezone

from socialcode.awards import ledger
from socialcode.payments.models import OrderLine, PaymentOrder, PaymentRegister, PaymentRun
from tests.factories.awards import make_iban

BANK = "125"


def pay_months(award, through, state="paid", by=None):
    """An order for each month of an award up to a day that has none, of what is owed for it, all in the same state."""
    now, orders = timezone.now(), []
    has_one = set(award.orders.values_list("month", flat=True))
    for owed in ledger.owed([award.pk], through=through):
        if owed.month in has_one:
            continue
        made = {"pay_on": owed.month, "cut_at": now, "finished_at": now}
        run, _is_new = PaymentRun.objects.get_or_create(month=owed.month, defaults=made)
        signed = {
            "submitted_by": by or award.decision.decided_by,
            "submitted_at": now,
            "approved_at": now,
            "sent_at": now,
        }
        register, _is_new = PaymentRegister.objects.get_or_create(run=run, bank=BANK, state="sent", defaults=signed)
        order = PaymentOrder.objects.create(
            run=run,
            award=award,
            month=owed.month,
            register=register,
            person=award.person,
            iban=award.iban or make_iban(award.pk),
            provision=award.provision,
            amount=owed.net,
            state=state,
            paid_on=owed.month if state in {"paid", "returned"} else None,
        )
        OrderLine.objects.create(order=order, for_month=owed.month, kind="entitlement", amount=owed.net)
        orders.append(order)
    return orders
