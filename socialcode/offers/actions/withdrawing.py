"""Consent is taken back: by a record of its own, and as long as nothing was paid, all that followed from it ends."""

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.actions.undoing import undo
from socialcode.broken_constraint import change
from socialcode.cases.actions import consented
from socialcode.offers import policies
from socialcode.offers.models import Offer, OfferedRight
from socialcode.offers.moves import check_move, locked, move
from socialcode.payments.actions.stopping import stop_unpaid
from socialcode.people.models import Consent
from socialcode.refusal import NotAllowedError

State, Outcome = Offer.State, OfferedRight.Outcome
REASON = "consent was withdrawn"


@change
def withdraw_consent(*, offer, channel, evidence, by=None, at=None):
    """Take back a yes before anything is paid: claims end, grants are undone, orders leave their lists.

    `channel`, `evidence`, `by` and `at` as of an answer. Refused (NotAllowedError) once a bank has money of it.
    """
    offer = locked(offer)
    policies.check_speaks_for(offer, channel, by)
    if offer.state == State.WITHDRAWN:
        return offer
    check_move(offer, State.WITHDRAWN)
    given = offer.consent
    policies.check_is_the_last_word(offer, at)
    if given is None:
        raise NotAllowedError(_("Nobody has agreed to this offer. There is nothing to take back."))
    for right in offer.rights.select_for_update(of=("self",)).select_related("claim"):
        _stop(right)
    Consent.objects.create(
        about_type=given.about_type,
        about_key=given.about_key,
        person=given.person,
        purpose=given.purpose,
        scope=given.scope,
        text_version=given.text_version,
        text=given.text,
        language=given.language,
        channel=channel,
        evidence=evidence,
        given_at=at or timezone.now(),
        withdraws=given,
    )
    move(offer, State.WITHDRAWN)
    record(EventKind.CONSENT_WITHDRAWN, on=offer, by=by, purpose=given.purpose, chosen=channel)
    return offer


def _stop(right: OfferedRight) -> None:
    """End what followed from the yes to one right."""
    if right.outcome == Outcome.HAD:
        return  # it was asked for or granted before, and not by this
    if right.claim and not consented.withdraw(claim=right.claim, reason=REASON):
        for award in right.awards:
            if not stop_unpaid(award=award, reason=REASON):
                raise NotAllowedError(
                    _("This is paid already, or the bank has it. Tell the career centre that you do not want it.")
                )
            undo(award=award)
    right.outcome, right.fulfilled_at = Outcome.STOPPED, right.fulfilled_at or timezone.now()
    right.save(update_fields=["outcome", "fulfilled_at"])
