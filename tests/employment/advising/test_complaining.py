"""A complaint of a removal in effect: another person answers, and what was wrong counts no more."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from employment.advising import timing
from employment.advising.actions import complaining, referring, removing
from employment.advising.models import Removal
from employment.advising.pages import desk
from employment.seekers.actions import registering
from employment.seekers.models import Registration
from socialcode.appeals.terms import answered_by
from socialcode.awards.models import Circumstance
from socialcode.notices.models import Letter
from socialcode.refusal import NotAllowedError
from socialcode.registers.models import Employment
from tests.factories import advising, people
from tests.factories.awards import make_award
from tests.factories.pages import press

from .conftest import let_pass
from .test_removing import REASON, WORD, refuse_thrice, take_effect

pytestmark = pytest.mark.django_db
TEXT = "The third offer was not suitable: it is a hundred kilometres away."
RIGHT = "The way is longer than the law lets it be."


@pytest.fixture
def removal(registration, adviser, other_adviser, citizen):
    return take_effect(refuse_thrice(registration, adviser, citizen), adviser, other_adviser)


@pytest.fixture
def third(office):
    return advising.make_adviser(office)


@pytest.fixture
def region(office):
    return advising.make_adviser(people.make_office(district=""))


@pytest.fixture
def award(registration):
    return make_award(registration.person, Decimal(60_000), provision="targeted_assistance")


def complain(removal, by):
    complaining.complain(removal=removal, text=TEXT, by=by)
    return Removal.objects.get(pk=removal.pk)


def test_what_was_wrong_counts_no_more(registration, adviser, other_adviser, third, citizen):
    award = make_award(registration.person, Decimal(98_600), provision="job_loss")
    status = Employment.objects.create(person=registration.person, kind="unemployed", since=registration.registered_on)
    removal = take_effect(refuse_thrice(registration, adviser, citizen), adviser, other_adviser)
    made = complain(removal, citizen).complaint
    assert (made.is_late, made.answer_by) == (False, answered_by(removal.office, timezone.localdate()))
    done = complaining.revoke(removal=removal, reason=RIGHT, by=third)
    assert (done.state, done.complaint.is_right) == ("revoked", True)
    registration.refresh_from_db()
    assert (registration.state, registration.ground, registration.ended_on) == ("registered", "", None)
    assert referring.refusals_of(registration).counted == 2
    rows = Employment.objects.current().filter(person=registration.person, kind="unemployed").order_by("since")
    assert [(row.since, row.until) for row in rows] == [
        (status.since, timezone.localdate() - datetime.timedelta(days=1)),
        (timezone.localdate(), None),
    ]
    told = award.circumstances.get(kind=Circumstance.Kind.OTHER)
    assert removal.number in told.text
    assert told.closed_at is None
    assert Letter.objects.filter(notice__kind="removal_complaint").count() == 1


def test_who_took_part_answers_no_complaint(removal, citizen, third, region):
    complain(removal, citizen)
    for by in (removal.decided_by, removal.agreed_by):
        for act in (complaining.revoke, complaining.let_stand):
            with pytest.raises(NotAllowedError):
                act(removal=removal, reason=RIGHT, by=by)
        assert removal not in desk.waiting_for(by)
    assert removal in desk.waiting_for(third)
    with pytest.raises(NotAllowedError, match="regional"):
        complaining.let_stand(removal=removal, reason=RIGHT, by=third)
    done = complaining.let_stand(removal=removal, reason=RIGHT, by=region)
    assert (done.state, done.complaint.is_right) == ("in_effect", False)
    assert removal not in desk.waiting_for(third)
    with pytest.raises(NotAllowedError, match="waits"):
        complaining.revoke(removal=removal, reason=RIGHT, by=third)


def test_one_complains_once_and_only_of_what_is_in_effect(registration, adviser, other_adviser, citizen):
    removal = refuse_thrice(registration, adviser, citizen)
    with pytest.raises(NotAllowedError, match="not in force"):
        complain(removal, citizen)
    removal = take_effect(removal, adviser, other_adviser)
    complain(removal, citizen)
    with pytest.raises(NotAllowedError, match="already"):
        complain(removal, citizen)


def test_a_late_complaint_is_taken_and_marked(removal, citizen):
    Removal.objects.update(agreed_at=timezone.now() - datetime.timedelta(days=120))
    assert complain(Removal.objects.get(), citizen).complaint.is_late


def test_who_was_registered_anew_stays_so_and_has_no_days_to_wait(removal, registration, citizen, third, office):
    anew = advising.make_registration(registration.person, office)
    complain(removal, citizen)
    complaining.revoke(removal=removal, reason=RIGHT, by=third)
    registration.refresh_from_db()
    assert (registration.state, registration.ground) == ("ended", "unemployed")
    assert list(registration.person.registrations.in_force()) == [anew]


def test_a_wish_that_waits_is_answered_by_the_return(removal, registration, citizen, third):
    wish = registering.apply(person=registration.person, kind="unemployed", said={}, by=citizen)
    complain(removal, citizen)
    complaining.revoke(removal=removal, reason=RIGHT, by=third)
    wish.refresh_from_db()
    assert wish.state in ("withdrawn", "refused")
    assert Registration.objects.in_force().get() == registration


def test_who_left_by_own_wish_meanwhile_is_not_put_back(registration, adviser, other_adviser, third, citizen):
    removal = refuse_thrice(registration, adviser, citizen)
    registering.withdraw(registration=registration, by=citizen)
    removal = take_effect(removal, adviser, other_adviser)
    complain(removal, citizen)
    complaining.revoke(removal=removal, reason=RIGHT, by=third)
    registration.refresh_from_db()
    assert (registration.state, registration.ground) == ("ended", "own_wish")


@pytest.fixture
def contract_in_force(registration, adviser):
    return advising.make_contract_in_force(registration, adviser, timezone.localdate())


@pytest.fixture
def broken(contract_in_force, adviser, other_adviser, citizen):
    removal = removing.propose_end(contract=contract_in_force, planned=REASON, by=adviser)
    removal = removing.say(removal=removal, word=WORD, by=citizen)
    removing.decide(removal=removal, reason=REASON, by=adviser)
    return removing.agree(removal=removal, by=other_adviser)


def test_a_social_contract_is_in_force_again(award, broken, contract_in_force, third, citizen):
    assert broken.stands == "The social contract is ended"
    complain(broken, citizen)
    complaining.revoke(removal=broken, reason=RIGHT, by=third)
    contract_in_force.refresh_from_db()
    assert (contract_in_force.state, contract_in_force.closed_at) == ("in_force", None)
    assert award.circumstances.filter(kind=Circumstance.Kind.OTHER).exists()


def test_from_the_page_of_the_decision_to_the_answer(removal, signed_in, citizen, third):
    home, own = signed_in(citizen), reverse("advising:removal", args=[removal.key])
    assert "You do not agree?" in home.get(own).text
    assert press(home, own, {"text": ""}, page=own).status_code == 400
    assert press(home, own, {"text": TEXT}, page=own).status_code == 302
    assert TEXT in home.get(own).text
    staff = signed_in(third)
    page = reverse("advising:staff_removal", args=[removal.key])
    for listed in ("/advice/", "/advice/removals/"):
        assert str(removal.key) in staff.get(listed).text
    assert TEXT in staff.get(page).text
    act = reverse("advising:act_on_removal", args=[removal.key, "revoke"])
    assert press(staff, act, {"reason": RIGHT}, page=page).status_code == 302
    assert RIGHT in home.get(own).text


def test_nothing_is_decided_by_itself_of_a_removal_complained_of(removal, citizen):
    complain(removal, citizen)
    let_pass(removal)
    timing.keep()
    removal.refresh_from_db()
    assert removal.state == "in_effect"
