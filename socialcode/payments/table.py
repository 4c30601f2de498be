"""A list of orders as a table of Excel, for who checks it before it is approved or compares it with a statement."""

from collections.abc import Iterator
from typing import IO

from django.utils.translation import gettext as _

from socialcode import spreadsheet
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.refusal import NotAllowedError

from . import policies
from .models import PaymentRegister

MOST_ROWS = 100_000  # a longer list is read as the message to the bank
AT_ONCE = 2000


@change
def table_of(*, register: PaymentRegister, by) -> IO[bytes]:
    """The orders of a list, the largest first: number, recipient, account, payment, month, sum in tenge and state. A
    copy leaves the portal, so who took it is recorded."""
    policies.check_is_payer(by)
    rows = register.orders.count()
    if rows > MOST_ROWS:
        raise NotAllowedError(_("The list is too long for a table. Its orders stand in the message to the bank."))
    record(EventKind.PAYMENT_LIST_EXPORTED, on=register, by=by, rows=rows)
    titles = (
        _("Order of payment"),
        _("Recipient"),
        _("Bank account"),
        _("Payment"),
        _("Month"),
        _("Sum"),
        _("Where it stands"),
    )
    return spreadsheet.workbook(titles, _rows(register))


def _rows(register: PaymentRegister) -> Iterator[tuple]:
    orders = register.orders.select_related("person", "organisation").order_by("-amount", "pk")
    for order in orders.iterator(chunk_size=AT_ONCE):
        state = order.get_state_display()
        yield order.number, order.payee.name, order.iban, order.title, order.month, order.amount, state
