"""Who may answer an offer or settle a call, and until when: one sentence per reason."""

import datetime

from django.utils.translation import gettext as _

from socialcode.accounts.access import grant_at
from socialcode.accounts.models import User
from socialcode.people import access
from socialcode.people.kin import check_not_close
from socialcode.refusal import NotAllowedError

from .access import CALLERS
from .models import CallTask, Offer

Channel, State = Offer.Channel, Offer.State


def check_speaks_for(offer: Offer, channel: str, by: User | None) -> None:
    """Whose answer it is: the person's own on the portal, a message from their number (nobody signs in), or who
    calls for the office of their territory and speaks to them."""
    if by is None and channel == Channel.SMS:
        return
    if channel == Channel.PORTAL and by and access.may_act_for(by, offer.person):
        return
    if channel in (Channel.CALL, Channel.COUNTER) and by:
        check_not_close(by, offer.concerned)
        grant = access.grant_for_territory(by, offer.person)
        if grant and grant.role in CALLERS:
            return
    raise NotAllowedError(_("This offer belongs to somebody else."))


def check_is_the_last_word(offer: Offer, at: datetime.datetime | None) -> None:
    """A message that waited, on its way or to be read, undoes no answer that was given after it."""
    if at and offer.answered_at and at < offer.answered_at:
        raise NotAllowedError(_("The person answered once more after this. The later answer holds."))


def check_may_still_undo(offer: Offer) -> None:
    """A no is taken back until the right lapses: as long as registers show it."""
    if not any(right.is_found for right in offer.rights.all()):
        raise NotAllowedError(
            _("Registers do not show this right any more. If you think that you have it, apply on the portal.")
        )


def check_settles(task: CallTask, by: User) -> None:
    """Whoever is shown the call at the office, and nobody close to whom it is about."""
    if task.closed_at:
        raise NotAllowedError(_("Somebody else has done this already."))
    if grant_at(by, task.office, *CALLERS) is None:
        raise NotAllowedError(_("This belongs to another office."))
    check_not_close(by, task.concerned)


def check_is_open(offer: Offer) -> None:
    if not offer.is_open:
        raise NotAllowedError(_("This offer is settled already. Load the page again to see where it stands."))


def check_waits_for_account(offer: Offer) -> None:
    """An account is named until every claim of the offer has one; then it is changed at the payment."""
    if offer.state != State.YES or not offer.rights.filter(outcome__in=("waiting", "no_account")).exists():
        raise NotAllowedError(_("The account is with the claim already. Change it there."))
