"""What the person reads of a change, in the transaction that makes it."""

from django.utils import timezone

from socialcode.law.values import values_on
from socialcode.notices.actions import queue_notice
from socialcode.people import access

from .access import office_of
from .keeping_back import How, limit_of
from .models import Change, Overpayment, Recovery
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
                is_kept=limit_of(provision_of(award)).how != How.NEVER,
                office=office_of(award),
                provision=provision_of(award),
                complaint_months=int(values_on(timezone.localdate()).value("complaint_months")),
            )


def tell_kept(plan: Recovery) -> None:
    """Tell who receives the payment from which month and how much of it is kept."""
    award = plan.overpayment.award
    for reader in access.who_is_told(award.person) if award.person else ():
        if reader.died_on is None:
            named = {"plan": plan, "award": award, "provision": provision_of(award), "office": office_of(award)}
            queue_notice("recovery_begun", to=reader, about=award, **named)
