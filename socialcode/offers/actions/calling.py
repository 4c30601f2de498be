"""An officer called or visited somebody: what they said, and what came of it."""

from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.offers import policies
from socialcode.offers.actions.answering import answer, give_account
from socialcode.offers.models import CallTask, Offer

Result, Channel = CallTask.Result, Offer.Channel


@change
def settle(*, call, result, by, says="", iban="", note=""):  # noqa: PLR0913 - by keyword
    """Write down what came of a call, with the person's answer to the offer where they gave one. Without
    `iban` the money goes to the account that is known.

    Who was not reached stays in the list, with the note; everything else leaves it.
    """
    call = CallTask.objects.select_for_update(of=("self",)).select_related("office", "offer", "person").get(pk=call.pk)
    policies.check_settles(call, by)
    if says:
        evidence = {"call": str(call.key), "by": by.full_name, "note": note}
        answer(offer=call.offer, says=says, channel=Channel.CALL, evidence=evidence, by=by, iban=iban or None)
    elif iban and call.offer and call.reason == CallTask.Reason.NO_ACCOUNT:
        give_account(offer=call.offer, iban=iban, channel=Channel.CALL, by=by)
    call.refresh_from_db()
    call.note = "\n".join(filter(None, (call.note, note.strip())))
    if result != Result.NOT_REACHED or says:
        call.closed_at = call.closed_at or timezone.now()
        call.closed_by, call.result = by, Result.ANSWERED if says else result
    call.save(update_fields=["note", "closed_at", "closed_by", "result"])
    record(EventKind.OFFER_CALLED, on=call, by=by, outcome=result, reason=note.strip())
    return call
