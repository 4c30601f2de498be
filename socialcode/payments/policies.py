"""Who may make payments, and when: one sentence per reason."""

import datetime
from decimal import Decimal

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.accounts.models import Role, User
from socialcode.accounts.second_person import Proposal, check_answers
from socialcode.engine.days import months_after, start_of_month
from socialcode.law.values import values_on
from socialcode.notices.codes import AN_HOUR
from socialcode.people import access
from socialcode.people.kin import check_not_close
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError, check_reason
from socialcode.templatetags.portal import money

from . import paid
from .models import (
    ArrivalQuestion,
    LineKind,
    NewAccount,
    OrderState,
    PaymentOrder,
    PaymentRegister,
    PaymentRun,
    PaymentTask,
    RedFlag,
    RegisterApproval,
)
from .models.order import CAME_BACK

State = PaymentRegister.State
MOST_ASKED = 1000  # people in one draw: each is to be called who does not answer


def check_is_payer(by: User) -> None:
    if not (by.is_authenticated and Role.PAYER in by.roles):
        raise NotAllowedError(_("Only specialists for payments do this."))


def check_can_start(month: datetime.date, by: User) -> None:
    check_is_payer(by)
    this = start_of_month(timezone.localdate())
    if month not in (this, months_after(this, 1)):
        raise NotAllowedError(_("Payments are made for this month or for the next one."), "month")
    if PaymentRun.objects.at_work().exists():
        raise NotAllowedError(_("Orders of payment are being made already. Wait until they are ready."))


def check_can_settle(flag: RedFlag, reason: str, by: User) -> None:
    check_is_payer(by)
    if flag.settled_at:
        raise NotAllowedError(_("Somebody has decided on this already."))
    _check_is_open(flag.order.register)
    check_not_close(by, flag.order.concerned)
    check_reason(reason)


def check_can_submit(register: PaymentRegister, by: User) -> None:
    check_is_payer(by)
    _check_is_open(register)
    if not register.orders.exists():
        raise NotAllowedError(_("There is no order in this list."))
    left = _open_warnings(register)
    if left:
        raise NotAllowedError(
            _("Warnings that nobody has decided on: %(count)d. Look at them first.") % {"count": left}
        )
    limit = values_on(timezone.localdate()).value("payment_list_limit")
    if sum_of(register) > limit:
        raise NotAllowedError(_("The sum is above the limit of a list: %(limit)s.") % {"limit": money(limit)})


def check_can_answer(register: PaymentRegister, by: User) -> None:
    """Whether somebody may approve a list that was handed in, or give it back: nobody who worked on it."""
    check_is_payer(by)
    if register.state != State.WAITING:
        raise NotAllowedError(_("This list does not wait for an approval."))
    settled = RedFlag.objects.filter(order__register=register).exclude(settled_by=None)
    worked = {register.submitted_by_id, *settled.values_list("settled_by", flat=True)}
    answered = register.approvals.filter(submitted_at=register.submitted_at).values_list("by", flat=True)
    own = _("Who worked on this list cannot approve it. Another person does.")
    check_answers(Proposal(worked, set(answered), own), by)


def check_can_approve(register: PaymentRegister, by: User) -> None:
    """Whether somebody may approve a list as it stands today: what became odd since it was handed in is looked at."""
    check_can_answer(register, by)
    left = _open_warnings(register)
    if left:
        raise NotAllowedError(
            _("Warnings that came since the list was handed in: %(count)d. Give it back, so that they are looked at.")
            % {"count": left}
        )


def _open_warnings(register: PaymentRegister) -> int:
    return RedFlag.objects.open().filter(order__register=register).count()


def check_can_give_back(register: PaymentRegister, reason: str, by: User) -> None:
    check_can_answer(register, by)
    check_reason(reason)


def check_can_pay_held(order: PaymentOrder, by: User) -> None:
    """Whether an order that was held back may go with a later list."""
    check_is_payer(by)
    check_not_close(by, order.concerned)
    if order.state != OrderState.HELD:
        raise NotAllowedError(_("This order is not held back."))
    if not order.iban:
        raise NotAllowedError(_("No bank account is known. The person has to name one first."))
    check_is_owed(order)


def check_can_cancel(order: PaymentOrder, reason: str, by: User) -> None:
    check_is_payer(by)
    check_not_close(by, order.concerned)
    if order.state not in (OrderState.HELD, *CAME_BACK):
        raise NotAllowedError(_("The money of this order is on its way or paid."))
    if order.lines.filter(kind=LineKind.RECOVERY).exists():
        raise NotAllowedError(_("A debt was kept from this order, so it is paid or held back, and not called off."))
    check_reason(reason)


def check_can_pay_again(order: PaymentOrder, iban: str, by: User) -> None:
    """Whether an order that came back may be paid once more, to a given account: by the staff, or as the person named
    another account."""
    if order.person is None or not access.may_act_for(by, order.person):
        check_is_payer(by)
        check_not_close(by, order.concerned)
    if order.state not in CAME_BACK:
        raise NotAllowedError(_("The money of this order has not come back."))
    if not iban:
        raise NotAllowedError(_("No bank account is known. The person has to name one first."))
    check_is_owed(order)


def check_can_end_task(task: PaymentTask, note: str, by: User) -> None:
    check_is_payer(by)
    check_not_close(by, task.order.concerned)
    if task.settled_at:
        raise NotAllowedError(_("Somebody has decided on this already."))
    if task.order.state in CAME_BACK:
        raise NotAllowedError(_("The money came back: pay it again, or say that it is not to be paid."))
    check_reason(note, "note")


def check_waits_for_account(order: PaymentOrder, by: User) -> None:
    """Whether an order may get the account that the person has named for it."""
    if order.person is None or not access.may_act_for(by, order.person):
        raise NotAllowedError(_("Only the person, or who acts for the person, names an account."))
    if order.state != OrderState.HELD or order.iban:
        raise NotAllowedError(_("This order does not wait for an account."))
    check_is_owed(order)


def check_is_owed(order: PaymentOrder) -> None:
    """Whether the award still owes what an order pays that has not left, and it was asked for in time."""
    if paid.is_too_old(order, timezone.localdate()):
        raise NotAllowedError(
            _(
                "It was not collected for more than three years, so not all of it is paid any more. Do not pay this "
                "order: what may still be paid comes with the next payments."
            )
        )
    if paid.is_too_much(order):
        raise NotAllowedError(
            _(
                "The award has changed, and so much is not owed any more. Do not pay this order: what is still owed "
                "comes with the next payments."
            )
        )


def check_can_name_account(person: Person, iban: str, by: User) -> None:
    """Whether a citizen may name an account for somebody's money: their own, or of a child or a ward."""
    if not access.may_act_for(by, person):
        raise NotAllowedError(_("Only the person, or who acts for the person, names an account."))
    if not paid.awards_of(person).exists():
        raise NotAllowedError(_("No payment is granted that could go to this account."))
    if not reads_codes(person, by).phone:
        raise NotAllowedError(_("No mobile phone is registered to which a code could be sent. Come to an office."))
    lately = NewAccount.objects.filter(person=person, asked_at__gt=timezone.now() - datetime.timedelta(hours=1))
    if lately.count() >= AN_HOUR:
        raise NotAllowedError(_("Many codes were asked for within an hour. Try again later."))
    if not paid.awards_of(person).exclude(iban=iban).exists():
        raise NotAllowedError(_("The money goes to this account already."), "iban")


def check_can_confirm(asked: NewAccount, by: User) -> None:
    if asked.asked_by_id != by.pk or not access.may_act_for(by, asked.person):
        raise NotAllowedError(_("Only who named the account confirms it."))
    if asked.confirmed_at:
        raise NotAllowedError(_("This account is confirmed already."))
    if not NewAccount.objects.waiting().filter(pk=asked.pk).exists():
        raise NotAllowedError(_("The code is not good any more. Name the account once more, and we send another code."))


def use(asked: NewAccount) -> None:
    """Mark a code as used, in the caller's transaction; of two at once one is refused."""
    if not NewAccount.objects.filter(pk=asked.pk, confirmed_at=None).update(confirmed_at=timezone.now()):
        raise NotAllowedError(_("This account is confirmed already."))


def check_can_ask(order: PaymentOrder, text: str, by: User) -> None:
    """Whether somebody may say that money did not arrive: from the day of payment on."""
    if order.person is None or not access.may_act_for(by, order.person):
        raise NotAllowedError(_("This payment is for somebody else."))
    if order.state not in (OrderState.SENT, OrderState.PAID) or timezone.localdate() < order.run.pay_on:
        raise NotAllowedError(_("This payment is not on its way yet, or we know already that it did not arrive."))
    check_reason(text, "text")


def reads_codes(person: Person, by: User) -> Person:
    """Whose phone gets a code: the citizen's who acts."""
    return access.own_person(by) or person


def sum_of(register: PaymentRegister) -> Decimal:
    """The sum of a list, in tenge."""
    return register.orders.aggregate(sum=Sum("amount"))["sum"] or Decimal(0)


def approvers_needed(register: PaymentRegister) -> int:
    """How many other people must approve a list, by its sum."""
    by_sum = values_on(timezone.localdate()).value("approvers_of_payment_list")
    return int(by_sum[max(step for step in by_sum if step <= sum_of(register))])


def approvers_left(register: PaymentRegister) -> int:
    """How many other people have still to approve a list: none once it is approved or sent."""
    if register.state == State.OPEN:
        return approvers_needed(register)
    if register.state != State.WAITING:
        return 0
    agreed = register.approvals.filter(submitted_at=register.submitted_at, verdict=RegisterApproval.Verdict.AGREE)
    return approvers_needed(register) - agreed.count()


def _check_is_open(register: PaymentRegister | None) -> None:
    if register is None or register.state != State.OPEN:
        raise NotAllowedError(_("This list is handed in or sent: nothing of it is changed any more."))


def check_can_draw_arrivals(run: PaymentRun, size: int, by: User) -> None:
    check_is_payer(by)
    if not 0 < size <= MOST_ASKED:
        raise NotAllowedError(_("Ask between 1 and %(most)d people.") % {"most": MOST_ASKED}, "size")
    if not run.orders.filter(state=OrderState.PAID, arrival=None).exists():
        raise NotAllowedError(_("Of these payments banks have called none paid about which nobody was asked."))


def check_can_say_arrived(question: ArrivalQuestion, answer: str, by: User) -> None:
    """Who received the money says it once; a specialist who called writes it down for them."""
    order = question.order
    if not access.may_act_for(by, order.person):
        check_is_payer(by)
        check_not_close(by, order.concerned)
    elif answer == ArrivalQuestion.Answer.UNREACHED:
        raise NotAllowedError(_("Say whether the money arrived."), "answer")
    if question.answer in (ArrivalQuestion.Answer.ARRIVED, ArrivalQuestion.Answer.MISSED):
        raise NotAllowedError(_("This was answered already."))
