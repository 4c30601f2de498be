"""What is done about the list for a bank until it is sent: look, hand in, approve, give back."""

from collections.abc import Callable
from functools import wraps

from django.db import connection
from django.utils import timezone

from socialcode import shown as what_was_shown
from socialcode.accounts.second_person import is_settled
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.overpaid import count_anew
from socialcode.broken_constraint import change
from socialcode.payments import policies, tasks
from socialcode.payments.making import flagging
from socialcode.payments.models import OrderState, Outgoing, PaymentOrder, PaymentRegister, RedFlag, RegisterApproval
from socialcode.waking import wake

from .stopping import drop_undone

State, Verdict = PaymentRegister.State, RegisterApproval.Verdict
ORDERS_A_MESSAGE = 10_000
CUT = f"""
INSERT INTO {Outgoing._meta.db_table} (key, register_id, first, last, orders, amount, made_at, sha256)
SELECT gen_random_uuid(), %s, min(id), max(id), count(*), sum(amount), %s, ''
FROM (
    SELECT id, amount, (row_number() OVER (ORDER BY id) - 1) / %s AS place
    FROM {PaymentOrder._meta.db_table} WHERE register_id = %s
) placed
GROUP BY place ORDER BY place
"""


@change
def pay_in_spite(*, flag: RedFlag, reason: str, by) -> RedFlag:
    """Say why an order is paid although something is odd about it."""
    flag = _to_settle(flag, reason, by)
    return _settle([flag], RedFlag.Outcome.PAY, reason, by)


@change
def hold_back(*, flag: RedFlag, reason: str, by) -> RedFlag:
    """Take an order out of its list: it is held back until it goes with a later one, or is not to be paid."""
    flag = _to_settle(flag, reason, by)
    order = flag.order
    order.state, order.register = OrderState.HELD, None
    order.save(update_fields=["state", "register"])
    count_anew(order.award)
    return _settle(order.flags.open(), RedFlag.Outcome.TAKEN_OUT, reason, by)


@change
def _look_again(*, register: PaymentRegister, by) -> None:
    """Say what has become odd about a list that did not leave yet; what is said stays, whatever is then refused."""
    policies.check_is_payer(by)
    register = _locked(register)
    if register.state in (State.OPEN, State.WAITING):
        flagging.look_again(register)


def after_a_look(action: Callable) -> Callable:
    """Say first what became odd about the list, in a change of its own: it stays said if the action is refused."""

    @wraps(action)
    def acted(*, register: PaymentRegister, by, **given):
        _look_again(register=register, by=by)
        return action(register=register, by=by, **given)

    return acted


@after_a_look
@change
def submit(*, register: PaymentRegister, by) -> PaymentRegister:
    """Hand a list in for approval: nothing of it changes any more unless it is given back."""
    register = _locked(register)
    drop_undone(register)
    policies.check_can_submit(register, by)
    register.state, register.submitted_by, register.submitted_at = State.WAITING, by, timezone.now()
    register.save(update_fields=["state", "submitted_by", "submitted_at"])
    record(EventKind.PAYMENT_LIST_SUBMITTED, on=register, by=by, amount=policies.sum_of(register))
    return register


@after_a_look
@change
def approve(*, register: PaymentRegister, by, shown: str | None = None) -> PaymentRegister:
    """Agree that a list is paid. Once enough people have, its messages are cut and written."""
    register = _locked(register)
    policies.check_can_approve(register, by)
    what_was_shown.check_shown(shown, stamp(register))
    _answer(register, Verdict.AGREE, "", by)
    agreed = register.approvals.filter(submitted_at=register.submitted_at, verdict=Verdict.AGREE).count()
    if is_settled(agreed, policies.approvers_needed(register)):
        register.state, register.approved_at = State.APPROVED, timezone.now()
        register.save(update_fields=["state", "approved_at"])
        with connection.cursor() as cursor:
            cursor.execute(CUT, [register.pk, register.approved_at, ORDERS_A_MESSAGE, register.pk])
        wake(tasks.write_messages)
    record(EventKind.PAYMENT_LIST_APPROVED, on=register, by=by, amount=policies.sum_of(register))
    return register


@change
def send_back(*, register: PaymentRegister, reason: str, by, shown: str | None = None) -> PaymentRegister:
    """Do not approve a list: whoever handed it in looks again."""
    register = _locked(register)
    policies.check_can_give_back(register, reason, by)
    what_was_shown.check_shown(shown, stamp(register))
    _answer(register, Verdict.RETURN, reason.strip(), by)
    register.state, register.submitted_by, register.submitted_at = State.OPEN, None, None
    register.save(update_fields=["state", "submitted_by", "submitted_at"])
    record(EventKind.PAYMENT_LIST_RETURNED, on=register, by=by, reason=reason.strip())
    return register


def stamp(register: PaymentRegister) -> str:
    """What somebody who approves a list agrees to: which orders are in it, and their sum."""
    return what_was_shown.stamp(register, register.orders.count(), policies.sum_of(register), register.submitted_at)


def _answer(register: PaymentRegister, verdict: str, reason: str, by) -> None:
    RegisterApproval.objects.create(
        register=register, submitted_at=register.submitted_at, verdict=verdict, reason=reason, by=by
    )


def _locked(register: PaymentRegister) -> PaymentRegister:
    return PaymentRegister.objects.select_for_update(of=("self",)).select_related("run").get(pk=register.pk)


def _to_settle(flag: RedFlag, reason: str, by) -> RedFlag:
    """The flag with its order and its list locked: a list that is handed in meanwhile is not changed."""
    order = PaymentOrder.objects.select_for_update(of=("self",)).get(pk=flag.order_id)
    order.register = _locked(order.register) if order.register_id else None
    flag = RedFlag.objects.select_for_update(of=("self",)).get(pk=flag.pk)
    flag.order = order
    policies.check_can_settle(flag, reason, by)
    return flag


def _settle(flags, outcome: str, reason: str, by) -> RedFlag:
    for flag in flags:
        flag.outcome, flag.reason, flag.settled_by, flag.settled_at = outcome, reason.strip(), by, timezone.now()
        flag.save(update_fields=["outcome", "reason", "settled_by", "settled_at"])
        record(
            EventKind.PAYMENT_FLAG_SETTLED, on=flag.order, by=by, flag=flag.kind, outcome=outcome, reason=flag.reason
        )
    return flag
