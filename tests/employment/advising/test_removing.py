"""Offers refused, terms that pass, removals with the person's word, and what ends with them."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from employment.advising import access, timing
from employment.advising.actions import meeting, referring, removing
from employment.advising.models import Referral, Removal
from employment.advising.pages import desk
from employment.seekers.actions import ending, registering
from employment.seekers.models import Registration
from socialcode.awards.models import Award
from socialcode.engine.days import end_of_month
from socialcode.notices.models import Letter, Notice
from socialcode.refusal import NotAllowedError
from tests.factories import advising, people
from tests.factories.awards import make_award

from .conftest import let_pass

pytestmark = pytest.mark.django_db
REASON = "No good reason was given, and three offers were suitable."
WORD = "I was ill the whole week, here is the paper."


def refuse(referral, by, why="pay"):
    return referring.answer(referral=referral, answer="refused", why=why, by=by)


def refuse_thrice(registration, adviser, citizen):
    for _time in range(3):
        refuse(advising.make_offer(registration, adviser), citizen)
    return registration.removals.get()


def take_effect(removal, adviser, other_adviser):
    let_pass(removal)
    timing.keep()
    removing.decide(removal=removal, reason=REASON, by=adviser)
    return removing.agree(removal=removal, by=other_adviser)


def test_the_third_refusal_begins_a_removal_with_the_person_s_word(registration, adviser, citizen):
    for counted in (1, 2):
        refuse(advising.make_offer(registration, adviser), citizen)
        assert referring.refusals_of(registration).counted == counted
        assert not registration.removals.exists()
    assert referring.refusals_of(registration).is_last
    refuse(advising.make_offer(registration, adviser), citizen)
    removal = registration.removals.get()
    assert (removal.state, removal.ground, removal.opened_by) == ("hearing", "refused_offers", None)
    assert Notice.objects.filter(kind="removal_hearing", to=registration.person).count() == 1


def test_from_the_word_to_the_end_of_the_job_loss_payment(registration, adviser, other_adviser, citizen):
    award = make_award(registration.person, Decimal(98_600), provision="job_loss")
    removal = refuse_thrice(registration, adviser, citizen)
    removal = removing.say(removal=removal, word=WORD, by=citizen)
    removing.decide(removal=removal, reason=REASON, by=adviser)
    with pytest.raises(NotAllowedError, match="Another person"):
        removing.agree(removal=removal, by=adviser)
    done = removing.agree(removal=removal, by=other_adviser)
    today = timezone.localdate()
    assert (done.state, done.removed_on) == ("in_effect", today)
    assert done.waits_until == today + datetime.timedelta(days=30)
    registration.refresh_from_db()
    assert (registration.state, registration.ground, registration.ended_on) == ("ended", "refused_offers", today)
    award.refresh_from_db()
    assert award.until == end_of_month(today)
    assert Letter.objects.filter(notice__kind="removal_in_effect").count() == 1


def test_nobody_decides_before_the_person_had_their_word(registration, adviser, citizen):
    removal = refuse_thrice(registration, adviser, citizen)
    with pytest.raises(NotAllowedError, match="word first"):
        removing.decide(removal=removal, reason=REASON, by=adviser)
    let_pass(removal)
    timing.keep()
    assert removing.decide(removal=removal, reason=REASON, by=adviser).state == "approval"


def test_the_days_of_the_word_begin_when_the_person_is_told(registration, adviser, citizen):
    removal = refuse_thrice(registration, adviser, citizen)
    Removal.objects.update(due_on=timezone.localdate() - datetime.timedelta(days=9))
    timing.hearing_is_over(row=removal) if removal.told_on else timing.keep()
    removal.refresh_from_db()
    assert removal.state == "hearing"


def test_a_good_reason_of_a_refusal_ends_what_it_began(registration, adviser, citizen):
    removal = refuse_thrice(registration, adviser, citizen)
    referring.excuse(referral=registration.referrals.first(), reason="The doctor forbids this work.", by=adviser)
    removal.refresh_from_db()
    assert removal.state == "dropped"
    assert referring.refusals_of(registration).counted == 2
    registration.refresh_from_db()
    assert registration.state == "registered"


def test_a_dropped_removal_forgives_the_refusal(registration, adviser, citizen):
    removal = refuse_thrice(registration, adviser, citizen)
    removing.drop(removal=removal, reason="The illness is proven by a paper.", by=adviser)
    assert referring.refusals_of(registration).counted == 2


def test_who_leaves_during_a_removal_does_not_escape_its_waiting_days(registration, adviser, other_adviser, citizen):
    removal = refuse_thrice(registration, adviser, citizen)
    registering.withdraw(registration=registration, by=citizen)
    again = registering.apply(person=registration.person, kind="unemployed", said={}, by=citizen)
    assert "deregistration_reason" in again.to_judge
    with pytest.raises(NotAllowedError, match="decided first"):
        registering.confirm(registration=again, by=adviser)
    done = take_effect(removal, adviser, other_adviser)
    registration.refresh_from_db()
    assert (registration.ground, done.removed_on) == ("refused_offers", registration.ended_on)
    assert done.waits_until == registration.ended_on + datetime.timedelta(days=30)
    with pytest.raises(NotAllowedError, match="By the registers"):
        registering.confirm(registration=again, by=adviser)


def test_work_leaves_nothing_to_decide(registration, adviser, citizen):
    removal = refuse_thrice(registration, adviser, citizen)
    ending.report(registration=registration, kind="work", happened_on=timezone.localdate(), by=citizen)
    timing.keep()
    removal.refresh_from_db()
    assert removal.state == "lapsed"


def test_the_region_s_centre_sees_and_agrees_to_what_its_districts_propose(registration, adviser, citizen, signed_in):
    removal = refuse_thrice(registration, adviser, citizen)
    region = advising.make_adviser(people.make_office(district=""))
    elsewhere = advising.make_adviser(people.make_office(people.OTHER_DISTRICT))
    let_pass(removal)
    timing.keep()
    removing.decide(removal=removal, reason=REASON, by=adviser)
    assert registration in access.registrations_for(region)
    assert registration not in access.registrations_for(elsewhere)
    assert list(desk.waiting_for(region)) == [removal]
    assert str(removal.key) in signed_in(region).get("/advice/removals/").text
    assert str(registration.person) in signed_in(region).get("/advice/?tab=people").text


def test_who_only_looks_for_work_is_not_removed(mother, office, adviser, citizen):
    seeker = advising.make_registration(mother, office, kind="seeker")
    for _time in range(4):
        refuse(advising.make_offer(seeker, adviser), citizen)
    assert not Removal.objects.exists()


def test_an_offer_not_answered_in_time_begins_a_removal_once(registration, offer):
    let_pass(offer)
    timing.keep()
    timing.keep()
    assert registration.removals.get().ground == "refused_offers"


def test_an_offer_of_which_nobody_was_told_waits(offer):
    Referral.objects.update(answer_by=timezone.localdate() - datetime.timedelta(days=5))
    timing.answer_is_late(row=offer) if offer.told_on else None
    assert not Removal.objects.exists()


def test_a_good_reason_for_silence_gives_the_days_anew(registration, offer, adviser, citizen):
    let_pass(offer)
    timing.keep()
    removing.drop(removal=registration.removals.get(), reason="There was no connection in the village.", by=adviser)
    timing.keep()
    assert not registration.removals.open().exists()
    assert referring.answer(referral=offer, answer="accepted", by=citizen).go_by >= timezone.localdate()


@pytest.mark.parametrize(("kind", "ground"), [("measure", "no_show"), ("visit", "missed_visits")])
def test_who_does_not_follow_a_call_has_their_word_first(registration, adviser, kind, ground):
    call = meeting.call_in(registration=registration, kind=kind, about="To begin the course.", by=adviser)
    let_pass(call)
    timing.keep()
    assert registration.removals.get().ground == ground


def test_who_is_hired_leaves_the_register_for_work(registration, offer, adviser, citizen):
    award = make_award(registration.person, Decimal(98_600), provision="job_loss")
    referring.answer(referral=offer, answer="accepted", by=citizen)
    today = timezone.localdate()
    referring.note_word(referral=offer, word="hired", starts_on=today, by=adviser)
    registration.refresh_from_db()
    assert (registration.state, registration.ground) == ("ended", "work")
    award.refresh_from_db()
    assert award.until == end_of_month(today)


def test_who_does_not_come_to_the_employer_has_their_word(registration, offer, adviser, citizen):
    referring.answer(referral=offer, answer="accepted", by=citizen)
    referring.note_word(referral=offer, word="no_show", by=adviser)
    assert registration.removals.get().ground == "no_show"


def test_after_a_removal_nothing_is_open(registration, adviser, other_adviser, citizen):
    last = advising.make_offer(registration, adviser)
    removal = refuse_thrice(registration, adviser, citizen)
    take_effect(removal, adviser, other_adviser)
    last.refresh_from_db()
    assert not last.is_open
    assert Registration.objects.in_force().count() == 0
    with pytest.raises(NotAllowedError, match="not on the register"):
        advising.make_offer(registration, adviser)


def test_nobody_advises_themselves(registration, office, mother):
    own = advising.make_adviser(office)
    own.staff_iin = mother.iin
    own.save()
    with pytest.raises(NotAllowedError, match="about you"):
        advising.make_offer(registration, own)


def test_awards_of_others_go_on(registration, adviser, other_adviser, citizen, father):
    theirs = make_award(father, Decimal(70_000), provision="job_loss")
    take_effect(refuse_thrice(registration, adviser, citizen), adviser, other_adviser)
    theirs.refresh_from_db()
    assert theirs.state == Award.State.IN_PAYMENT
    assert theirs.until is None


def test_work_that_began_before_the_registration_is_no_first_day(registration, adviser, citizen):
    referral = advising.make_offer(registration, adviser)
    referring.answer(referral=referral, answer="accepted", by=citizen)
    award = make_award(registration.person, provision="job_loss")
    before = registration.registered_on - datetime.timedelta(days=1)
    with pytest.raises(NotAllowedError) as refused:
        referring.note_word(referral=referral, word="hired", starts_on=before, by=adviser)
    assert refused.value.field == "starts_on"
    award.refresh_from_db()
    assert award.until is None
