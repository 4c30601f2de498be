"""To which account an award is paid."""

from django.utils.translation import gettext as _

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.people import access
from socialcode.refusal import NotAllowedError

from ..models import Award


@change
def pay_to(*, award: Award, iban: str, by) -> Award:
    """Pay an award to another account of the same person from now on, as the person named and confirmed it."""
    award = Award.objects.select_for_update(of=("self",)).get(pk=award.pk)
    if award.person is None or not access.may_act_for(by, award.person):
        raise NotAllowedError(_("Only the person, or who acts for the person, names an account."))
    before, award.iban = award.iban, iban
    award.save(update_fields=["iban"])
    record(EventKind.PAYMENT_ACCOUNT_CHANGED, on=award, by=by, before=before[-4:], after=iban[-4:])
    return award
