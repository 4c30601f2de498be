"""What waits for the tasks of offers."""

from itertools import count as counting

from django.utils import timezone

from socialcode.offers import planning
from socialcode.offers.actions import sending
from socialcode.offers.models import Offer, Preparation
from tests.factories import offers

_serial = counting(1)


def _families(request, count):
    request.getfixturevalue("office")
    if not offers.ParameterVersion.objects.filter(act="An invented act").exists():
        offers.nobody_sleeps()
        offers.amend("sampled_share", {"all": 0})
    made = [offers.make_family(phone=f"+7701{next(_serial):07}") for _row in range(count)]
    offers.find(*made, run=next(_serial))


def found(request, count):
    _families(request, count)


def in_a_slice(request, count):
    _families(request, count)
    Preparation.objects.update(finished_at=timezone.now())
    planning.begin_if_due()


def prepared(request, count):
    _families(request, count)
    offers.prepare()


def to_remind(request, count):
    prepared(request, count)
    for offer in Offer.objects.filter(state="prepared"):
        sending.send(offer=offer)
    Offer.objects.filter(reminded_at=None).update(remind_on=timezone.localdate())


def agreed_to(request, count):
    prepared(request, count)
    for offer in Offer.objects.filter(state="prepared"):
        offers.agree(offer)


WAITS = {
    "offers: keep preparing": found,
    "offers: prepare slice": in_a_slice,
    "offers: send offers": prepared,
    "offers: look after offers": to_remind,
    "offers: fulfil offers": agreed_to,
}
