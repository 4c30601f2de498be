"""Registering: by the rule where registers say everything, else by an adviser; refused with reasons; its end."""

import datetime

import pytest
from django.utils import timezone

from employment.seekers.actions import ending, registering
from employment.seekers.models import Registration
from socialcode.audit.models import Event
from socialcode.engine.days import end_of_month
from socialcode.law.working_days import working_days_after
from socialcode.notices.models import Notice
from socialcode.refusal import NotAllowedError
from socialcode.registers.models import Employment
from tests.factories import advising, people
from tests.factories.awards import make_award

from .conftest import SAYS_NOTHING_ELSE

pytestmark = pytest.mark.django_db
UNEMPLOYED, SEEKER = Registration.Kind.UNEMPLOYED, Registration.Kind.SEEKER


def register(person, user, kind=UNEMPLOYED, **said):
    return registering.apply(person=person, kind=kind, said={**SAYS_NOTHING_ELSE, **said}, by=user)


def test_whose_contract_ended_by_the_register_is_registered_at_once(person, user, ended_contract):
    registration = register(person, user)
    assert registration.state == "registered"
    assert registration.registered_on == timezone.localdate()
    assert registration.answered_by is None
    status = Employment.objects.get(person=person, kind="unemployed")
    assert (status.since, status.until, status.source) == (timezone.localdate(), None, "labour_market")
    assert person.profile.is_looking
    assert Notice.objects.get(to=person).kind == "registration_made"
    assert [event.kind for event in Event.objects.about(registration)] == ["registration_asked", "registration_made"]


def test_whose_work_no_register_knows_waits_for_an_adviser(person, user, adviser):
    registration = register(person, user)
    assert (registration.state, registration.to_judge) == ("waiting", ["is_employed"])
    assert registration.answer_by == working_days_after(timezone.localdate(), 3)
    assert register_again(person, user) == "You have asked for this already. The centre answers soon."
    assert registering.confirm(registration=registration, by=adviser).state == "registered"


def register_again(person, user):
    with pytest.raises(NotAllowedError) as refused:
        register(person, user)
    return str(refused.value)


def test_who_looks_for_work_has_an_answer_within_a_working_day(person, user):
    registration = register(person, user, SEEKER)
    assert registration.answer_by == working_days_after(timezone.localdate(), 1)


def test_who_works_is_refused_with_the_condition(person, user):
    Employment.objects.create(person=person, kind="contract", since=datetime.date(2024, 1, 1), source="labour")
    registration = register(person, user)
    assert (registration.state, registration.unmet) == ("refused", ["has_no_work"])
    assert not Employment.objects.filter(person=person, kind="unemployed").exists()


def test_a_child_is_no_unemployed_and_may_look_for_work(db):
    people.make_office()
    child = people.make_person(timezone.localdate() - datetime.timedelta(days=15 * 366))
    account = people.make_account(child)
    assert register(child, account).unmet == ["is_old_enough"]
    assert register(child, account, SEEKER).state == "waiting"


def test_a_seeker_becomes_unemployed_and_is_one_of_both(person, user, ended_contract):
    first = register(person, user, SEEKER)
    second = register(person, user)
    first.refresh_from_db()
    assert (first.state, first.ground) == ("ended", "unemployed")
    assert second.state == "registered"
    assert person.profile.is_looking
    with pytest.raises(NotAllowedError, match="registered already"):
        register(person, user)


@pytest.mark.parametrize(("ground", "days"), [("no_show", 30), ("work", 0)])
@pytest.mark.usefixtures("ended_contract")
def test_after_a_removal_the_waiting_days_of_the_law_run(person, user, ground, days):
    registration = register(person, user)
    ending.end(registration=registration, ground=ground, by=None)
    assert not Employment.objects.current().filter(person=person, kind="unemployed").exists()
    again = register(person, user)
    assert again.unmet == (["has_waited"] if days else [])


def test_an_adviser_elsewhere_or_close_by_does_not_answer(person, user, office):
    registration = register(person, user)
    elsewhere = people.make_staff("adviser", people.make_office(people.OTHER_DISTRICT))
    own = people.make_staff("adviser", office, staff_iin=person.iin)
    for by in (elsewhere, own, user):
        with pytest.raises(NotAllowedError):
            registering.confirm(registration=registration, by=by)
    with pytest.raises(NotAllowedError):
        registering.refuse(registration=registration, reason="No.", by=people.make_staff("adviser", office))


def test_work_told_ends_the_registration_on_its_day_and_says_whether_it_was_late(person, user, ended_contract):
    registration = register(person, user)
    long_ago = timezone.localdate() - datetime.timedelta(days=20)
    Registration.objects.filter(pk=registration.pk).update(registered_on=long_ago, applied_on=long_ago)
    Employment.objects.filter(kind="unemployed").update(since=long_ago)
    started = timezone.localdate() - datetime.timedelta(days=12)
    told = ending.report(registration=registration, kind="work", happened_on=started, by=user)
    registration.refresh_from_db()
    assert (registration.state, registration.ended_on, registration.ground) == ("ended", started, "work")
    assert told.is_late
    assert told.due_on == working_days_after(started, 5)
    assert Employment.objects.get(kind="unemployed").until == started - datetime.timedelta(days=1)


def test_who_moved_belongs_to_another_centre(person, user, ended_contract):
    registration = register(person, user)
    there = people.make_office(people.OTHER_DISTRICT)
    person.address_rows.update(district=people.OTHER_DISTRICT)
    ending.report(registration=registration, kind="moved", happened_on=timezone.localdate(), by=user)
    registration.refresh_from_db()
    assert (registration.office, registration.state) == (there, "registered")


def test_a_day_to_come_is_no_change_yet(person, user, ended_contract):
    registration = register(person, user)
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    with pytest.raises(NotAllowedError, match="has not come"):
        ending.report(registration=registration, kind="work", happened_on=tomorrow, by=user)


def test_who_takes_it_back_is_off(person, user, ended_contract):
    registration = registering.withdraw(registration=register(person, user), by=user)
    assert (registration.state, registration.ground) == ("ended", "own_wish")
    assert not person.registrations.open().exists()


@pytest.mark.parametrize("ends", ["own_wish", "work"])
def test_with_any_end_the_job_loss_payment_ends_on_the_first_of_the_month_after(person, user, ended_contract, ends):
    registration = register(person, user)
    today = timezone.localdate()
    award = make_award(person, provision="job_loss", since=today.replace(day=1))
    if ends == "own_wish":
        registering.withdraw(registration=registration, by=user)
    else:
        ending.report(registration=registration, kind="work", happened_on=today, by=user)
    award.refresh_from_db()
    assert award.until == end_of_month(today)


def test_the_end_of_looking_for_work_ends_no_payment(person, office):
    award = make_award(person, provision="job_loss")
    seeker = advising.make_registration(person, office, kind="seeker")
    ending.end(registration=seeker, ground="unemployed", by=None)
    award.refresh_from_db()
    assert award.until is None
