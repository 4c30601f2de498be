"""What becomes of money that was held back or came back: paid with a later list, or not to be paid."""

from django.db import transaction
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.overpaid import count_anew
from socialcode.broken_constraint import change
from socialcode.payments import policies
from socialcode.payments.making import flagging
from socialcode.payments.making.recording import BANK
from socialcode.payments.models import (
    FlagKind,
    OrderLine,
    OrderState,
    PaymentOrder,
    PaymentRegister,
    PaymentRun,
    PaymentTask,
    RedFlag,
)

Outcome = PaymentTask.Outcome


@change
def pay_held(*, order: PaymentOrder, by) -> PaymentOrder:
    """Put an order that was held back into the open later list of its bank; what was odd about it is looked at anew."""
    order = _locked(order)
    policies.check_can_pay_held(order, by)
    taken_out = order.flags.filter(outcome=RedFlag.Outcome.TAKEN_OUT)
    taken_out.update(outcome="", reason="", settled_by=None, settled_at=None)
    order.register, order.state = later_list(order.iban), OrderState.ORDERED
    order.save(update_fields=["register", "state"])
    flagging.raise_flags_in(order.register)
    count_anew(order.award)
    record(EventKind.PAYMENT_ORDERED_AGAIN, on=order, by=by, amount=order.amount)
    return order


@change
def pay_to_named(*, order: PaymentOrder, iban: str, by) -> PaymentOrder:
    """Put an order that waited for an account into the open later list of the bank, now that the person named one."""
    order = _locked(order)
    policies.check_waits_for_account(order, by)
    order.iban, order.register, order.state = iban, later_list(iban), OrderState.ORDERED
    order.save(update_fields=["iban", "register", "state"])
    order.flags.filter(kind=FlagKind.NO_ACCOUNT, settled_at=None).delete()
    flagging.raise_flags_in(order.register)
    count_anew(order.award)
    record(EventKind.PAYMENT_ORDERED_AGAIN, on=order, by=by, amount=order.amount)
    return order


@change
def pay_again(*, order: PaymentOrder, by) -> PaymentOrder:
    """Order what came back once more: the same lines, to the account that the award has now."""
    order = _locked(order)
    policies.check_can_pay_again(order, order.award.iban, by)
    before, order.state = order.state, OrderState.REPLACED
    order.save(update_fields=["state"])
    fresh = PaymentOrder.objects.create(
        run=order.run,
        award=order.award,
        month=order.month,
        attempt=order.attempt + 1,
        replaces=order,
        register=later_list(order.award.iban),
        person=order.person,
        organisation=order.organisation,
        iban=order.award.iban,
        provision=order.provision,
        region=order.region,
        amount=order.amount,
    )
    lines = order.lines.order_by("pk").values("for_month", "kind", "what", "to", "amount")
    OrderLine.objects.bulk_create(OrderLine(order=fresh, **line) for line in lines)
    flagging.raise_flags_in(fresh.register)
    count_anew(order.award)
    _end_tasks(order, Outcome.PAID_AGAIN, "", by)
    record(EventKind.PAYMENT_ORDERED_AGAIN, on=order, by=by, amount=order.amount, before=before)
    return fresh


@change
def cancel(*, order: PaymentOrder, reason: str, by) -> PaymentOrder:
    """Say that an order is not to be paid: what the award still owes comes with the next run."""
    order = _locked(order)
    policies.check_can_cancel(order, reason, by)
    order.state = OrderState.CANCELLED
    order.save(update_fields=["state"])
    _end_tasks(order, Outcome.NOT_PAID, reason, by)
    record(EventKind.PAYMENT_CANCELLED, on=order, by=by, amount=order.amount, reason=reason.strip())
    return order


@change
def clear_up(*, task: PaymentTask, note: str, by) -> PaymentTask:
    """End a task about money that is where it should be, in words for whoever asked."""
    task = PaymentTask.objects.select_for_update(of=("self",)).get(pk=task.pk)
    policies.check_can_end_task(task, note, by)
    return _end(task, Outcome.CLEARED, note, by)


def later_list(iban: str) -> PaymentRegister:
    """The open list for what comes later, of the newest run and the bank of an account; begun where there is none."""
    run = PaymentRun.objects.exclude(finished_at=None).order_by("-pk").first()
    wanted = {"run": run, "bank": iban[BANK], "is_extra": True, "state": PaymentRegister.State.OPEN}
    with transaction.atomic():
        PaymentRegister.objects.bulk_create([PaymentRegister(**wanted)], ignore_conflicts=True)
    return PaymentRegister.objects.select_for_update(of=("self",)).get(**wanted)


def _locked(order: PaymentOrder) -> PaymentOrder:
    return PaymentOrder.objects.select_for_update(of=("self",)).select_related("award").get(pk=order.pk)


def _end_tasks(order: PaymentOrder, outcome: str, note: str, by) -> None:
    for task in order.tasks.open().select_for_update():
        _end(task, outcome, note, by)


def _end(task: PaymentTask, outcome: str, note: str, by) -> PaymentTask:
    task.outcome, task.note, task.settled_at = outcome, note.strip(), timezone.now()
    task.settled_by = by
    task.save(update_fields=["outcome", "note", "settled_at", "settled_by"])
    record(EventKind.PAYMENT_TASK_ENDED, on=task.order, by=by, outcome=outcome, reason=task.note)
    return task
