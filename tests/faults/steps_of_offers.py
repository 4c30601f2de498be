"""What workers, citizens and offices do of offers."""

import datetime
from functools import partial

from django.utils import timezone

from socialcode.notices import inbound
from socialcode.notices.tasks import take_inbound
from socialcode.offers import planning
from socialcode.offers.actions import answering, calling, sending, withdrawing
from socialcode.offers.models import CallTask, Offer, OfferedRight
from socialcode.offers.tasks import fulfil_offers, keep_preparing, look_after_offers, prepare_slice, send_offers
from tests.factories import offers, people

from .steps import of


def _may_be_tried_again():
    OfferedRight.objects.update(next_try_at=timezone.now())


def _found(request):
    request.getfixturevalue("office")
    offers.nobody_sleeps()
    offers.amend("sampled_share", {"all": 0})
    offers.find(offers.make_family())


@of("map", task=keep_preparing, in_steps=True)
def _passes(request):
    _found(request)
    return keep_preparing


@of("map", task=prepare_slice, in_steps=True, at_each_table=True)
def _slices(request):
    _found(request)
    return partial(prepare_slice, planning.begin_if_due().pk)


@of("worker", task=send_offers, in_steps=True)
def _sending(request):
    _found(request)
    offers.prepare()
    return send_offers


@of("worker", task=look_after_offers, in_steps=True)
def _reminding(request):
    _found(request)
    (offer,) = offers.prepare()
    sending.send(offer=offer)
    Offer.objects.update(remind_on=timezone.localdate())
    return look_after_offers


@of("worker", task=fulfil_offers, in_steps=True, at_each_table=True, later=_may_be_tried_again)
def _fulfilling(request):
    _found(request)
    (offer,) = offers.prepare()
    offers.agree(offer)
    return fulfil_offers


@of("worker", in_steps=True)
def reading_an_answer_to_an_offer(request):
    _found(request)
    (offer,) = offers.prepare()
    sending.send(offer=offer)
    words = {"channel": "sms", "address": offer.person.phone, "text": "Иә!"}
    inbound.receive(gateway="http", gateway_key="1", **words)
    return take_inbound


@of("worker")
def taking_a_consent_back(request):
    _found(request)
    (offer,) = offers.prepare()
    offers.agree(offer)
    fulfil_offers()
    return partial(withdrawing.withdraw_consent, offer=offer, channel="sms", evidence={})


@of("web")
def answering_an_offer_on_the_portal(request):
    _found(request)
    (offer,) = offers.prepare()
    sending.send(offer=offer)
    said = {"says": "yes", "channel": "portal", "evidence": {}, "iban": offers.IBAN}
    return partial(answering.answer, offer=offer, by=people.make_account(offer.person), **said)


@of("web")
def writing_down_what_came_of_a_call(request):
    _found(request)
    (offer,) = offers.prepare()
    sending.send(offer=offer)
    officer = request.getfixturevalue("officer")
    for said in ("?", "what?"):
        sending.ask_again(offer=offer, said=said)
    call = CallTask.objects.get()
    return partial(calling.settle, call=call, result="answered", by=officer, says="yes", iban=offers.IBAN)


@of("web")
def naming_the_account_of_an_offer(request):
    _found(request)
    (offer,) = offers.prepare()
    offers.agree(offer, iban=None)
    fulfil_offers()
    by = people.make_account(offer.person)
    return partial(answering.give_account, offer=offer, iban=offers.IBAN, channel="portal", by=by)


@of("worker", in_steps=True)
def ending_an_offer_without_an_answer(request):
    _found(request)
    offers.amend("after_silence", {"all": 1})
    (offer,) = offers.prepare()
    sending.send(offer=offer)
    Offer.objects.update(valid_until=timezone.localdate() - datetime.timedelta(days=1))
    return look_after_offers
