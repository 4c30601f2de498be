"""From what was found to an offer that is sent and answered."""

import pytest

from socialcode.notices.models import Delivery
from socialcode.offers.actions import answering, ending, sending
from socialcode.offers.models import OfferedRight
from socialcode.people.models import Consent
from tests.factories import people

pytestmark = pytest.mark.django_db


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


def test_an_offer_without_an_answer_ends_when_its_days_are_over(offer):
    sent = sending.send(offer=offer)
    assert ending.expire(offer=sent).is_open
