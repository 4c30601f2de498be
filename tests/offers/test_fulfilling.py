"""What becomes of a yes: decided by the rule or by an officer, told where something has changed, stopped, done once."""

import datetime
from decimal import Decimal

import pytest
from django.db import transaction
from django.utils import timezone

from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.notices.models import Notice
from socialcode.offers.actions import answering, fulfilling, sending, withdrawing
from socialcode.offers.models import CallTask, OfferedRight
from socialcode.offers.moves import locked
from socialcode.offers.tasks import fulfil_offers
from socialcode.payments.models import PaymentOrder
from socialcode.people.models import Consent, Person
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.offers import IBAN, agree, amend, find, make_offer, prepare
from tests.factories.orders import pay_months
from tests.threads import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def birth(offer):
    return offer.rights.get(provision="birth_grant", subject=newest_child(offer))


def newest_child(offer):
    return offer.family.members.order_by("-birth_date").first()


def again(row):
    return type(row).objects.get(pk=row.pk)


def test_what_the_rule_may_grant_is_granted_at_once(offer, birth, mother, says_yes):
    offer = says_yes(offer)
    birth = again(birth)
    assert (birth.outcome, birth.claim.status) == ("by_rule", "granted")
    assert birth.claim.consents.get().evidence == {"consent": str(offer.consent.key)}
    decision = birth.claim.decisions.get()
    assert decision.is_by_rule and decision.decided_by is None and decision.in_effect_since
    (award,) = birth.awards
    assert (award.person, award.iban, award.amount) == (mother, IBAN, birth.amount)
    assert Notice.objects.filter(to=mother, kind="decision_grant").exists()


def test_fulfilling_again_makes_nothing_twice(offer, says_yes):
    offer = says_yes(offer)
    claims, awards = Claim.objects.count(), Award.objects.count()
    OfferedRight.objects.update(next_try_at=timezone.now())
    fulfil_offers()
    for right in offer.rights.all():
        fulfilling.fulfil(right=right)
    assert (Claim.objects.count(), Award.objects.count()) == (claims, awards)


def test_by_the_settings_an_officer_decides(offer, birth, says_yes):
    amend("by_rule", {"all": 0})
    says_yes(offer)
    birth = again(birth)
    assert (birth.outcome, birth.claim.status, birth.claim.office is not None) == ("by_officer", "submitted", True)


def test_what_is_drawn_goes_to_an_officer(offer, birth, mother):
    amend("sampled_share", {"all": 1})
    agree(offer)
    fulfil_offers()
    assert (again(birth).outcome, again(birth).claim.status) == ("sampled", "submitted")


def test_what_has_changed_is_told_and_nothing_is_paid(offer, birth, mother, says_yes):
    OfferedRight.objects.filter(pk=birth.pk).update(amount=birth.amount + 100, net=None)
    says_yes(offer)
    birth = again(birth)
    assert (birth.outcome, birth.claim.status) == ("changed", "submitted")
    assert not birth.awards.exists()
    told = Notice.objects.get(to=mother, kind="offer_outcome", about_key=str(birth.claim.pk))
    assert birth.claim.number in told.text


def test_the_day_of_the_yes_is_the_day_of_the_claim(offer, birth, nobody_is_drawn):
    yesterday = timezone.now() - datetime.timedelta(days=1)
    agree(offer, at=yesterday)
    fulfil_offers()
    assert again(birth).claim.on == timezone.localdate(yesterday)


def test_without_an_account_the_person_is_asked_and_then_it_goes_on(offer, birth, mother, says_yes):
    says_yes(offer, iban=None)
    assert again(birth).outcome == "no_account" and again(birth).is_live
    assert offer.rights.filter(outcome="no_account").count() > 1
    assert CallTask.objects.waiting().get(person=mother).reason == "no_account"  # one call and one message for all
    assert Notice.objects.filter(to=mother, kind="offer_outcome").count() == 1
    by = people.make_account(mother)
    answering.give_account(offer=offer, iban=IBAN, channel="portal", by=by)
    assert not CallTask.objects.waiting().exists()
    fulfil_offers()
    assert (again(birth).outcome, again(birth).claim.iban) == ("by_rule", IBAN)


def test_what_was_asked_for_meanwhile_is_not_asked_twice(offer, birth, mother, nobody_is_drawn):
    agree(offer)
    fulfilling.fulfil(right=birth)
    other = again(birth)
    assert other.outcome == "by_rule"
    assert Claim.objects.filter(provision="birth_grant", subject=birth.subject).count() == 1


def test_a_consent_is_taken_back_before_the_claim_is_made(offer, birth):
    agree(offer)
    withdrawing.withdraw_consent(offer=offer, channel="sms", evidence={})
    fulfil_offers()
    assert again(birth).outcome == "stopped" and not Claim.objects.exists()
    given, taken_back = Consent.objects.order_by("pk")
    assert taken_back.withdraws == given and given.is_withdrawn


def test_a_consent_is_taken_back_after_the_grant_and_the_right_stays(offer, birth, family, mother, says_yes):
    offer = says_yes(offer)
    (award,) = again(birth).awards
    withdrawing.withdraw_consent(offer=offer, channel="sms", evidence={})
    award.refresh_from_db()
    assert award.is_undone and award.state == "ended" and not award.held.exists()
    assert not award.terms.in_effect().exists()
    told = Notice.objects.filter(to=mother, kind="award_changed").latest("pk")
    assert "Выплата отменена" in told.text and "Последний день" not in told.text
    withdrawing.withdraw_consent(offer=offer, channel="sms", evidence={})
    assert Consent.objects.filter(withdraws__isnull=False).count() == 1


def test_what_a_bank_has_is_not_stopped(offer, birth, says_yes, officer):
    offer = says_yes(offer)
    (award,) = again(birth).awards
    pay_months(award, award.since, by=officer)
    assert PaymentOrder.objects.filter(award=award, state="paid").exists()
    with pytest.raises(NotAllowedError):
        withdrawing.withdraw_consent(offer=offer, channel="sms", evidence={})
    assert again(offer).state == "yes" and not Consent.objects.filter(withdraws__isnull=False).exists()


def test_who_died_is_told_nothing(offer, mother):
    Person.objects.filter(pk=mother.pk).update(died_on=timezone.localdate())
    assert sending.send(offer=offer).state == "withdrawn"
    assert not Notice.objects.filter(to=mother).exists()


def test_what_is_granted_is_not_offered_again(offer, family, says_yes):
    says_yes(offer)
    made = OfferedRight.objects.count()
    find(family, run=2)
    prepare()
    assert OfferedRight.objects.count() == made


@pytest.mark.django_db(transaction=True)
def test_workers_share_what_waits(offer, nobody_is_drawn):
    """What one of them is at holds up no other."""
    agree(offer)
    other = agree(make_offer(phone="+77010000002"))
    with transaction.atomic():
        locked(offer)
        at_once(fulfil_offers, refusals=())
    assert set(offer.rights.values_list("outcome", flat=True)) == {"waiting"}
    assert "waiting" not in other.rights.values_list("outcome", flat=True)


def test_a_claim_that_cannot_be_made_is_given_to_somebody(offer, birth, mother, nobody_is_drawn):
    agree(offer)
    mother.address_rows.all().delete()
    fulfil_offers()
    assert again(birth).outcome == "failed" and again(birth).trouble
    assert again(birth).amount > Decimal(0)
