"""Another account for somebody's money: named on the portal, confirmed by a code that goes another way."""

from typing import NamedTuple

from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.actions import paying
from socialcode.broken_constraint import change
from socialcode.notices.actions import queue_notice
from socialcode.notices.codes import hashed, new_code
from socialcode.payments import policies
from socialcode.payments.models import NewAccount, OrderState, PaymentOrder
from socialcode.payments.models.order import CAME_BACK
from socialcode.payments.paid import awards_of, is_too_much
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError

from . import again

PURPOSE = "payments.account"


class InForce(NamedTuple):
    """An account that counts from now on, and what is paid again to it."""

    asked: NewAccount
    paid: list[PaymentOrder]


@change
def name_account(*, person: Person, iban: str, by) -> NewAccount:
    """Keep an account that somebody names, and send the code that confirms it to whoever is told about the person."""
    person = Person.objects.select_for_update().get(pk=person.pk)  # several at once do not pass the limit together
    policies.check_can_name_account(person, iban, by)
    code = new_code()
    asked = NewAccount(person=person, iban=iban, asked_by=by)
    asked.code = hashed(PURPOSE, asked.key, code)
    asked.save()
    reader = policies.reads_codes(person, by)
    queue_notice("account_code", to=reader, about=asked, code=code, account=iban[-4:])
    record(EventKind.PAYMENT_ACCOUNT_ASKED, on=person, by=by, after=iban[-4:])
    return asked


@change
def use_code(*, asked: NewAccount, code: str, by) -> InForce | None:
    """Put an account in force by its code, and pay again what came back. None where it is another code, which counts as
    a try."""
    policies.check_can_confirm(asked, by)
    if not NewAccount.objects.filter(pk=asked.pk).take_try():
        raise NotAllowedError(_("Too many tries. Name the account once more, and we send another code."))
    if not constant_time_compare(asked.code, hashed(PURPOSE, asked.key, code)):
        return None
    policies.use(asked)
    for award in awards_of(asked.person).order_by("pk"):
        paying.pay_to(award=award, iban=asked.iban, by=by)
    record(EventKind.PAYMENT_ACCOUNT_CHANGED, on=asked.person, by=by, after=asked.iban[-4:])
    queue_notice("account_changed", to=policies.reads_codes(asked.person, by), about=asked, account=asked.iban[-4:])
    orders = PaymentOrder.objects.filter(person=asked.person).order_by("pk")  # what is not owed any more stays back
    came_back = [order for order in orders.filter(state__in=CAME_BACK) if not is_too_much(order)]
    paid = [again.pay_again(order=order, by=by) for order in came_back]
    without = [order for order in orders.filter(state=OrderState.HELD, iban="") if not is_too_much(order)]
    paid += [again.pay_to_named(order=order, iban=asked.iban, by=by) for order in without]
    return InForce(asked, paid)
