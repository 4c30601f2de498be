"""What the workers of career centres do, and what people do there."""

import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone

from employment.advising.actions import referring, removing
from employment.advising.models import Referral, Removal
from employment.advising.tasks import keep_terms
from tests.factories import advising

from .steps import of


def _offer(request):
    office, mother = request.getfixturevalue("office"), request.getfixturevalue("mother")
    return advising.make_offer(advising.make_registration(mother, office), advising.make_adviser(office))


@of("worker", task=keep_terms, in_steps=True)
def _keeping_terms(request):
    ago = timezone.localdate() - datetime.timedelta(days=9)
    Referral.objects.filter(pk=_offer(request).pk).update(told_on=ago, answer_by=ago)
    return keep_terms


@of("web")
def accepting_an_offer_of_work(request):
    offer, citizen = _offer(request), request.getfixturevalue("citizen")
    return partial(referring.answer, referral=offer, answer="accepted", by=citizen)


@of("web")
def agreeing_to_a_removal(request):
    offer, citizen = _offer(request), request.getfixturevalue("citizen")
    registration, adviser = offer.registration, offer.sent_by
    told = {"happened_on": timezone.localdate(), "referral": offer}
    with transaction.atomic():
        made = removing.open_by_itself(registration, "refused_offers", **told)
    made = removing.say(removal=made, word="I was ill the whole week.", by=citizen)
    removing.decide(removal=made, reason="No paper shows the illness.", by=adviser)
    second = advising.make_adviser(registration.office)
    return partial(removing.agree, removal=Removal.objects.get(), by=second)
