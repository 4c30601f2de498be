"""From what was found to an offer that is sent and answered."""

import datetime

import pytest
from django.utils import timezone

from socialcode.notices.models import Delivery, Letter
from socialcode.offers import tasks
from socialcode.offers.actions import answering, ending, sending
from socialcode.offers.models import CallTask, Offer, OfferedRight, Preparation
from socialcode.people.models import Consent
from tests.factories import offers, people
from tests.factories.offers import write

pytestmark = pytest.mark.django_db


def state(offer):
    return Offer.objects.get(pk=offer.pk).state


def test_what_was_found_is_offered_in_one_message(offer, mother):
    assert offer.person == mother
    rights = {right.provision: right for right in offer.rights.all()}
    assert {"birth_grant", "large_family"} <= set(rights)
    assert rights["birth_grant"].facts and rights["birth_grant"].law_version and rights["birth_grant"].entitled
    sent = sending.send(offer=offer)
    assert sent.state == "queued" and offer.code in sent.text
    assert Delivery.objects.get(notice=sent.notice, channel="sms").text == sent.text


def test_a_yes_is_a_consent(offer, mother):
    sending.send(offer=offer)
    account = people.make_account(mother)
    answered = answering.answer(offer=offer, says="yes", channel="portal", evidence={}, by=account)
    consent = Consent.objects.get(person=mother)
    assert answered.consent == consent and consent.text == answered.text
    again = answering.answer(offer=offer, says="yes", channel="portal", evidence={}, by=account)
    assert again.consent == consent
    assert set(offer.rights.values_list("outcome", flat=True)) == {"waiting"}


def test_a_no_frees_the_right_and_can_be_taken_back(offer, mother):
    sending.send(offer=offer)
    account = people.make_account(mother)
    answering.answer(offer=offer, says="no", channel="portal", evidence={}, by=account)
    assert not OfferedRight.objects.live().exists()
    answering.answer(offer=offer, says="yes", channel="portal", evidence={}, by=account)
    assert OfferedRight.objects.live().count() == offer.rights.count()


@pytest.mark.parametrize(("setting", "way"), [(0, None), (1, "letter"), (2, "visit")])
def test_after_silence_the_office_posts_a_letter_or_visits(offer, mother, setting, way):
    offers.amend("after_silence", {"all": setting})
    sent = sending.send(offer=offer)
    Offer.objects.update(valid_until=timezone.localdate() - datetime.timedelta(days=1))
    assert ending.expire(offer=sent).state == "expired"
    ending.expire(offer=sent)
    assert [call.way for call in CallTask.objects.filter(person=mother, reason="silent")] == [way] * bool(way)
    assert Letter.objects.filter(notice=sent.notice).count() == (way == "letter")


def test_a_yes_that_comes_after_the_last_day_is_a_yes(offer, mother, says_yes):
    """Nobody loses a right by being late: the claim counts from the day of the answer, on the facts of that day."""
    sent = sending.send(offer=offer)
    Offer.objects.update(valid_until=timezone.localdate() - datetime.timedelta(days=1))
    ending.expire(offer=sent)
    write(mother.phone, f"1 {offers.IBAN}")
    tasks.fulfil_offers()
    right = offer.rights.get(provision="birth_grant")
    assert (right.outcome, right.claim.on) == ("by_rule", timezone.localdate())


def test_a_yes_that_comes_after_a_new_offer_of_the_same_is_asked_about(offer, family, mother):
    sent = sending.send(offer=offer)
    Offer.objects.update(valid_until=timezone.localdate() - datetime.timedelta(days=1))
    ending.expire(offer=sent)
    offers.amend("again_days", {"all": 0})
    Offer.objects.update(expired_at=timezone.now() - datetime.timedelta(days=1))
    offers.find(family, run=2)
    Preparation.objects.all().delete()
    newer = sending.send(offer=offers.prepare()[-1])
    assert newer != sent
    write(mother.phone, f"1 {sent.code}")
    assert (state(sent), state(newer)) == ("expired", "queued")
    assert CallTask.objects.filter(person=mother, reason="unclear").exists()


def test_an_offer_without_an_answer_ends_when_its_days_are_over(offer):
    sent = sending.send(offer=offer)
    assert ending.expire(offer=sent).is_open
