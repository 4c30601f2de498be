"""The pages of advising, as the person, advisers, a mobile group and strangers use them."""

import datetime
import re
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from employment.advising.actions import contracting, meeting, planning, rounds
from employment.advising.actions.meeting import Hours
from employment.advising.models import Appointment, Duty, Referral, Removal, Seen, SocialContract, Talk
from socialcode.accounts.models import Role
from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event
from socialcode.shown import FIELD
from tests.factories import advising, people
from tests.factories.pages import press
from tests.factories.signing import sent_code

pytestmark = pytest.mark.django_db
REASON = "A reason in a whole sentence."
TOMORROW = timezone.localdate() + datetime.timedelta(days=1)


@pytest.fixture
def desk(signed_in, adviser):
    return signed_in(adviser)


@pytest.fixture
def home(signed_in, citizen):
    return signed_in(citizen)


@pytest.fixture
def plan(registration, adviser):
    return planning.make_plan(registration=registration, goal="Storekeeper in my town by spring.", by=adviser)


@pytest.fixture
def step(plan, adviser):
    given = {"what": "Finish the course of storekeepers", "measure": "training", "who": "person", "until": TOMORROW}
    return planning.add_step(plan=plan, by=adviser, **given)


@pytest.fixture
def slots(office, adviser):
    starts_at = timezone.now() + datetime.timedelta(days=2)
    hour = datetime.timedelta(hours=1)
    return meeting.make_slots(hours=Hours(office, adviser, starts_at, starts_at + 2 * hour, hour, "Room 4"), by=adviser)


def page_of(browser, name, *args):
    answer = browser.get(reverse(f"advising:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_adviser_sees_what_is_due_and_is_seen(desk, offer, adviser, mother):
    assert offer.vacancy.title in page_of(desk, "desk")
    assert Event.objects.filter(kind=EventKind.PEOPLE_LISTED, by_key=str(adviser.pk)).count() == 1
    assert offer.number in page_of(desk, "person", offer.registration.key)
    assert Event.objects.about(mother).filter(kind=EventKind.PERSON_SEEN).count() == 1


@pytest.mark.parametrize("tab", ["due", "people", "centre", "contracts"])
def test_every_list_opens_full_and_empty(desk, tab, mother, office, adviser):
    assert desk.get("/advice/", {"tab": tab}).status_code == 200
    registration = advising.make_registration(mother, office)
    contracting.draft(
        person=mother,
        office=office,
        goal=REASON,
        help=REASON,
        since=TOMORROW,
        until=TOMORROW + 30 * datetime.timedelta(days=1),
        by=adviser,
    )
    page = desk.get("/advice/", {"tab": tab, "q": mother.surname}).content.decode()
    assert (mother.surname in page) == (tab != "due")
    assert registration.pk


@pytest.mark.parametrize("who", ["elsewhere", "stranger", "officer"])
def test_others_open_nobody_s_page(signed_in, registration, who, officer, father):
    users = {
        "elsewhere": lambda: advising.make_adviser(people.make_office(people.OTHER_DISTRICT)),
        "stranger": lambda: people.make_account(father),
        "officer": lambda: officer,
    }
    browser = signed_in(users[who]())
    assert browser.get(reverse("advising:person", args=[registration.key])).status_code == 403


def test_a_plan_is_made_agreed_to_told_of_and_finished(desk, home, registration):
    act = lambda name, **typed: desk.post(reverse("advising:act", args=[registration.key, name]), typed)  # noqa: E731
    assert act("take").status_code == 302
    assert act("plan", goal="short").status_code == 409
    assert act("plan", goal="Storekeeper in my town by spring.").status_code == 302
    typed = {"what": "Finish the course", "measure": "training", "who": "person", "until": TOMORROW.isoformat()}
    assert act("step", **typed).status_code == 302
    step = planning.plan_of(registration).steps.get()
    page = page_of(home, "mine")
    assert "Finish the course" in page
    shown = re.search(rf'name="{FIELD}" value="([^"]+)"', page)[1]
    assert home.post(reverse("advising:agree"), {FIELD: shown}).status_code == 302
    assert planning.plan_of(registration).agreed_at
    assert home.post(reverse("advising:tell_step", args=[step.key]), {"told": "x"}).status_code == 422
    assert home.post(reverse("advising:tell_step", args=[step.key]), {"told": REASON}).status_code == 302
    assert REASON in page_of(desk, "person", registration.key)
    finish = reverse("advising:finish_step", args=[registration.key, step.key])
    assert desk.post(finish, {"result": ""}).status_code == 422
    assert desk.post(finish, {"result": REASON}).status_code == 302
    assert act("close-plan", result=REASON).status_code == 302


def test_nobody_agrees_to_a_plan_that_has_changed(home, step, adviser):
    page = page_of(home, "mine")
    shown = re.search(rf'name="{FIELD}" value="([^"]+)"', page)[1]
    planning.add_step(
        plan=step.plan, what="Another step of it", measure="other", who="person", until=TOMORROW, by=adviser
    )
    home.post(reverse("advising:agree"), {FIELD: shown})
    step.plan.refresh_from_db()
    assert step.plan.agreed_at is None


def test_work_is_offered_refused_with_what_follows_shown_and_accepted(desk, home, registration):
    first, second = (advising.make_vacancy(registration.office) for _time in range(2))
    assert first.title in page_of(desk, "vacancies", registration.key)
    for vacancy in (first, second):
        address = reverse("advising:send_offer", args=[registration.key, vacancy.key])
        assert desk.post(address, {"fits": advising.FITS}).status_code == 302
    one, other = Referral.objects.order_by("pk")
    page = page_of(home, "offer", one.key)
    assert "count: 1 of 3" in page
    refuse = reverse("advising:answer_offer", args=[one.key, "refuse"])
    assert home.post(refuse, {"why": ""}).status_code == 400
    assert press(home, refuse, {"why": "pay"}, page=reverse("advising:offer", args=[one.key])).status_code == 302
    assert "count: 2 of 3" in page_of(home, "offer", other.key)
    accept = reverse("advising:answer_offer", args=[other.key, "accept"])
    assert press(home, accept, page=reverse("advising:offer", args=[other.key])).status_code == 302
    assert "Letter to the employer" in page_of(home, "offer", other.key)
    word = reverse("advising:act_on_offer", args=[other.key, "word"])
    assert desk.post(word, {"word": "hired"}).status_code == 409
    assert desk.post(word, {"word": "rejected", "said": "No post."}).status_code == 302


def test_nobody_answers_an_offer_of_another(signed_in, offer, father):
    browser = signed_in(people.make_account(father))
    assert browser.get(reverse("advising:offer", args=[offer.key])).status_code == 403


def test_a_talk_is_kept_and_suggests_steps(desk, registration):
    assert "Guided talk" in page_of(desk, "talk", registration.key)
    typed = {"nearness": "near", "note": "Begins in January.", "papers": "no", "wish": "A store in the town."}
    assert desk.post(reverse("advising:talk", args=[registration.key]), {"note": ""}).status_code == 422
    assert desk.post(reverse("advising:talk", args=[registration.key]), typed).status_code == 302
    assert Talk.objects.get().answers == {"papers": "no", "wish": "A store in the town."}
    assert "Restore the papers that are missing" in page_of(desk, "person", registration.key)


def test_times_are_made_booked_moved_called_off_and_noted(desk, home, registration, slots):
    later = TOMORROW + datetime.timedelta(days=5)
    typed = {"on": later.isoformat(), "begins": "10:00", "ends": "11:00", "minutes": "30", "place": "Room 4"}
    assert desk.post(reverse("advising:meetings"), typed).status_code == 302
    assert desk.post(reverse("advising:meetings"), typed).status_code == 422
    assert "Room 4" in page_of(home, "book")
    assert home.post(reverse("advising:take_slot", args=[slots[0].key])).status_code == 302
    booked = Appointment.objects.get()
    assert str(registration.person) in page_of(desk, "meetings")
    home.get(reverse("advising:book"), {"move": booked.key})
    assert home.post(reverse("advising:take_slot", args=[slots[1].key]), {"move": booked.key}).status_code == 302
    moved = Appointment.objects.get(state="booked")
    assert moved.slot == slots[1]
    assert home.post(reverse("advising:cancel", args=[moved.key])).status_code == 302
    assert not Appointment.objects.filter(state="booked").exists()
    assert desk.post(reverse("advising:withdraw_slot", args=[slots[1].key])).status_code == 302
    assert desk.post(reverse("advising:mark", args=[booked.key, "came"])).status_code == 302


def test_two_never_have_one_time(home, signed_in, registration, slots, father):
    advising.make_registration(father, registration.office)
    other = signed_in(people.make_account(father))
    for browser in (home, other):
        browser.post(reverse("advising:take_slot", args=[slots[0].key]))
    assert Appointment.objects.get().registration == registration
    assert "Somebody else has booked this time" in page_of(other, "book")


def test_a_call_is_followed(desk, home, registration):
    typed = {"kind": "measure", "about": "To choose a course together."}
    assert desk.post(reverse("advising:act", args=[registration.key, "call"]), typed).status_code == 302
    assert typed["about"] in page_of(home, "mine")
    call = registration.calls.get()
    assert desk.post(reverse("advising:note_call", args=[call.key, "came"])).status_code == 302
    call.refresh_from_db()
    assert call.came_on == timezone.localdate()


def test_a_removal_from_the_word_to_the_second_person(desk, home, signed_in, registration, other_adviser):
    typed = {"ground": "left_training", "happened_on": timezone.localdate().isoformat(), "planned": REASON}
    act = reverse("advising:act", args=[registration.key, "removal"])
    assert desk.post(act, typed | {"planned": ""}).status_code == 400
    assert desk.post(act, typed).status_code == 302
    removal = Removal.objects.get()
    own = reverse("advising:removal", args=[removal.key])
    assert REASON in page_of(home, "removal", removal.key)
    assert press(home, own, {"word": "I was ill the whole week."}, page=own).status_code == 302
    page = reverse("advising:staff_removal", args=[removal.key])
    at = lambda name: reverse("advising:act_on_removal", args=[removal.key, name])  # noqa: E731
    assert "I was ill" in page_of(desk, "staff_removal", removal.key)
    assert press(desk, at("decide"), {"reason": REASON}, page=page).status_code == 302
    assert "Removals" in page_of(desk, "removals")
    second = signed_in(other_adviser)
    assert press(second, at("agree"), page=page).status_code == 302
    registration.refresh_from_db()
    assert registration.ground == "left_training"
    assert "You can be registered as unemployed again" in page_of(home, "removal", removal.key)
    assert "Decided last" in page_of(desk, "removals")


def test_a_social_contract_is_signed_by_both_and_watched(desk, home, registration, mother):
    begin = reverse("advising:begin_contract", args=[registration.key])
    typed = {"goal": "A small farm that feeds us.", "help": "A course and a grant.", "since": TOMORROW.isoformat()}
    assert desk.post(begin, typed).status_code == 422
    until = TOMORROW + datetime.timedelta(days=60)
    assert desk.post(begin, typed | {"until": until.isoformat()}).status_code == 302
    contract = SocialContract.objects.get()
    at = lambda name: reverse("advising:act_on_contract", args=[contract.key, name])  # noqa: E731
    page = reverse("advising:staff_contract", args=[contract.key])
    duty = {"member": mother.pk, "what": "Finish the course", "measure": "training", "until": until.isoformat()}
    assert desk.post(at("duty"), duty).status_code == 302
    assert press(desk, at("sign"), page=page).status_code == 302
    own = reverse("advising:contract", args=[contract.key])
    assert "Finish the course" in page_of(home, "contract", contract.key)
    assert home.post(reverse("advising:ask_code", args=[contract.key])).status_code == 302
    code = sent_code()
    assert home.post(own, {"code": f"{(int(code) + 1) % 1_000_000:06d}"}).status_code == 400
    assert home.post(own, {"code": code}).status_code == 302
    contract.refresh_from_db()
    assert contract.state == "in_force"
    row = Duty.objects.get()
    assert home.post(reverse("advising:tell_duty", args=[contract.key, row.key]), {"told": "x"}).status_code == 422
    assert home.post(reverse("advising:tell_duty", args=[contract.key, row.key]), {"told": REASON}).status_code == 302
    finish = reverse("advising:finish_duty", args=[contract.key, row.key])
    assert desk.post(finish, {"result": ""}).status_code == 422
    assert desk.post(finish, {"result": REASON}).status_code == 302
    assert desk.post(at("close"), {"result": REASON}).status_code == 302


@pytest.fixture
def group(office):
    return people.make_staff(Role.MOBILE_GROUP, office)


@pytest.fixture
def stop(office, group, mother):
    made = rounds.plan_round(office=office, on=timezone.localdate(), name="Үлгі and further", by=group)
    return rounds.add_stop(round=made, person=mother, village="Үлгі", why="Has not come for a month.", by=group)


def test_a_round_is_planned_and_somebody_put_on_its_list(signed_in, group, mother, office):
    browser = signed_in(group)
    typed = {"on": timezone.localdate().isoformat(), "name": "Үлгі and further"}
    planned = browser.post(reverse("advising:rounds"), typed)
    assert planned.status_code == 302
    person = {"iin": mother.iin, "village": "Үлгі", "why": "Has not come for a month."}
    assert browser.post(planned.url, person).status_code == 302
    assert browser.post(planned.url, person).status_code == 422
    assert str(mother) in browser.get(planned.url).content.decode()
    assert "0 of 1" in page_of(browser, "rounds")


def test_what_a_phone_typed_without_a_connection_is_kept_once(signed_in, group, stop, mother):
    browser = signed_in(group)
    assert stop.why in page_of(browser, "stop", stop.round.key, stop.key)
    note = reverse("advising:note_seen", args=[stop.round.key, stop.key])
    written = timezone.now() - datetime.timedelta(hours=5)
    typed = {
        "sent_as": str(uuid.uuid4()),
        "noted_at": written.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "found": "home",
        "note": "She wants a course in spring.",
    }
    for _time in range(2):
        assert browser.post(note, typed, headers={"x-requested-with": "fetch"}).status_code == 204
    kept = Seen.objects.get()
    assert abs(kept.noted_at - written) < datetime.timedelta(seconds=2)
    assert Event.objects.filter(kind=EventKind.ROUND_SEEN).count() == 1
    refused = browser.post(note, typed | {"sent_as": str(stop.key), "note": ""}, headers={"x-requested-with": "fetch"})
    assert (refused.status_code, refused.json()) == (422, {"why": ["Write it in a sentence."]})
    assert browser.post(note, typed | {"sent_as": str(uuid.uuid4())}).status_code == 302


def test_a_person_without_a_registration_reads_what_to_do(home):
    assert "You are not registered" in page_of(home, "mine")
    assert home.get(reverse("advising:book")).status_code == 403
