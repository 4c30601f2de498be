"""Messages from people as answers to offers: whose they are, to which offer, what they say, and what follows."""

from collections.abc import Sequence

from socialcode.notices import inbound
from socialcode.notices.models import Delivery, Inbound
from socialcode.people.models import Person
from socialcode.refusal import attempt

from . import arrivals, calling, reading
from .actions import answering, sending, withdrawing
from .models import CallTask, Offer, Reply
from .wording import last_digits

State, ReadAs, Channel = Offer.State, Reply.ReadAs, Offer.Channel
NOBODY, NO_OFFER, WHICH = "nobody", "no_offer", "which"  # why a message answers none


@inbound.takes
def take(message: Inbound) -> None:
    """Read one message from a person, in the transaction that marks it as taken: it is read once, and none is lost."""
    if message.channel != Delivery.Channel.SMS or message.offer_replies.exists():
        return
    offers = _offers_of(message)
    if arrivals.take(message, offers):
        return
    read = reading.read(message.text, {offer.code for offer in offers}, _names(offers))
    for answer in read.answers:
        offer = _meant(message, offers, answer.code)
        how = read.how if offer else WHICH if offers else NOBODY
        says = answer.says if offer else ReadAs.UNCLEAR
        reply = Reply(inbound=message, offer=offer, read_as=says, how=how, person=offer.person if offer else None)
        if offer:
            reply.objection = _act(offer, says, read, message)
        elif offers:
            _ask_which(offers, message)
        reply.save()


def _offers_of(message: Inbound) -> list[Offer]:
    """The offers that a message from its number may answer, the newest first: those that were sent to it before it
    came. A number that several people have is the number of each."""
    persons = Person.objects.filter(phone=message.address, died_on=None)
    told = Offer.objects.filter(person__in=persons, queued_at__lte=message.received_at)
    return list(told.select_related("person").order_by("-queued_at", "-pk"))


def _names(offers: Sequence[Offer]) -> list[str]:
    return list({offer.person.full_name for offer in offers})


def _meant(message: Inbound, offers: Sequence[Offer], code: str) -> Offer | None:
    """The offer that an answer is to: that of the code, of the message it answers, the only open one, or, where none is
    open, the newest. None where it might be one of several."""
    if code:
        return next(offer for offer in offers if offer.code == code)
    if message.notice_id:
        named = [one for one in offers if message.notice_id in (one.notice_id, one.reminder_id)]
        if named:
            return named[0]
    still_open = [offer for offer in offers if offer.is_open]
    if len(still_open) > 1:
        return None
    return next(iter(still_open or offers), None)


def _act(offer: Offer, says: str, read: reading.Reading, message: Inbound) -> str:
    """Do what an answer says; why it was not done, or nothing."""
    if says == ReadAs.UNCLEAR:
        return _ask(offer, message)
    if offer.state == State.WITHDRAWN and says == ReadAs.NO:
        return ""  # as it is already
    said = {"channel": Channel.SMS, "evidence": _evidence(message, read.how), "at": message.received_at}
    with attempt() as tried:
        if offer.state == State.YES and says == ReadAs.NO:
            withdrawing.withdraw_consent(offer=offer, **said)
        else:
            answering.answer(offer=offer, says=says, iban=_account(offer, read), **said)
    if not tried.is_done:
        calling.ask(offer.person, CallTask.Reason.UNCLEAR, offer=offer, said=message.text)
    return tried.objection


def _ask(offer: Offer, message: Inbound) -> str:
    answering.note_unclear(offer=offer)
    sending.ask_again(offer=offer, said=message.text)
    return ""


def _ask_which(offers: Sequence[Offer], message: Inbound) -> None:
    """Ask of each open offer, by its code: one may be a wife's and the other her husband's."""
    for offer in offers:
        if offer.is_open:
            _ask(offer, message)


def _account(offer: Offer, read: reading.Reading) -> str | None:
    """The account that an answer names; empty where its last digits are not those that were shown."""
    if read.iban:
        return read.iban
    if read.digits and read.digits != last_digits(offer.iban):
        return ""
    return None


def _evidence(message: Inbound, how: str) -> dict:
    """How one knows what somebody said: all that came, as it came."""
    return {
        "message": message.pk,
        "gateway": message.gateway,
        "name": message.gateway_key,
        "from": message.address,
        "text": message.text,
        "received_at": message.received_at,
        "read": how,
    }
