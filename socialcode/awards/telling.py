"""What the person reads of a change, in the transaction that makes it."""

from socialcode.law.values import values_on
from socialcode.notices.actions import queue_notice
from socialcode.people import access

from .access import office_of
from .models import Change, Overpayment
from .planning import provision_of


def tell_changed(change: Change, overpaid: Overpayment | None = None) -> None:
    """Tell who receives the payment, or acts for them, by which article it is otherwise, from which day, and how to
    complain. Nobody is told in place of who has died."""
    award = change.award
    if award.person is None:
        return
    for reader in access.who_is_told(award.person):
        if reader.died_on is None:
            queue_notice(
                "award_changed",
                to=reader,
                about=award,
                change=change,
                award=award,
                overpaid=overpaid,
                office=office_of(award),
                provision=provision_of(award),
                complaint_months=int(values_on(change.first_day).value("complaint_months")),
            )
