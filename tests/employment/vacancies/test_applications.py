"""Who applies, whom the employer sees and when, and how it ends."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from employment.seekers.actions.spreading import spread
from employment.seekers.models import Profile, ProfileTrade, ShownToEmployers
from employment.vacancies import access, candidates
from employment.vacancies.actions import applying, keeping, selecting
from employment.vacancies.models import Application, ApplicationMessage
from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event
from socialcode.notices.models import Notice
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError
from tests.factories import jobs, people
from tests.factories.accounts import sign_in

DAY = datetime.timedelta(days=1)
SENT_AS = "0f0f0f0f-0000-4000-8000-000000000001"


@pytest.fixture
def application(vacancy, seeker):
    return applying.apply(vacancy=vacancy, letter="I kept books for ten years.", by=seeker)


@pytest.fixture
def profile(seeker):
    person = Person.objects.get(iin=seeker.iin)
    profile = Profile.objects.create(
        person=person, region=people.REGION, district=people.DISTRICT, is_looking=True, skills=["1C"]
    )
    ProfileTrade.objects.create(profile=profile, trade="2411", years=10)
    spread(profile)
    return profile


@pytest.fixture
def invited(vacancy, profile, head):
    return selecting.invite(vacancy=vacancy, person=profile.person, letter="Come and see us.", by=head)


def looks():
    return Event.objects.filter(kind=EventKind.PERSON_SEEN, details__role="employer")


def test_who_applies_is_named_and_tells_so_by_applying(application, signed_in, head, seeker):
    page = signed_in(head).get(f"/employer/candidates/{application.key}/").content.decode()
    assert seeker.full_name in page
    assert "ten years" in page


def test_one_applies_once_and_may_again_after_taking_it_back(application, vacancy, seeker):
    with pytest.raises(NotAllowedError):
        applying.apply(vacancy=vacancy, letter="", by=seeker)
    applying.withdraw(application=application, by=seeker)
    assert applying.apply(vacancy=vacancy, letter="", by=seeker).state == "applied"


def test_nobody_else_sees_an_application(application, signed_in):
    other_head = jobs.make_employer()[1]
    with pytest.raises(PermissionDenied):
        access.as_employer(application.key, by=other_head)
    stranger = people.make_account(people.make_person())
    with pytest.raises(PermissionDenied):
        access.as_applicant(application.key, by=stranger)


def test_every_look_of_the_employer_is_recorded_and_the_person_sees_it(
    application, head, seeker, organisation, signed_in
):
    browser = signed_in(head)
    for _again in range(2):
        browser.get(f"/employer/candidates/{application.key}/")
    assert looks().count() == 1  # once a day
    page = signed_in(seeker).get("/me/looks/").content.decode()
    assert organisation.name in page
    assert "To choose somebody for a vacancy" in page


def test_names_on_the_board_are_recorded(application, vacancy, head, seeker, signed_in):
    signed_in(head).get(f"/employer/vacancies/{vacancy.key}/selection/")
    assert Event.objects.get(kind=EventKind.PEOPLE_LISTED).details["shown"] == [seeker.iin]


def test_a_candidate_found_has_no_name_until_they_agree(invited, vacancy, head, seeker, signed_in):
    browser = signed_in(head)
    for address in (f"/employer/candidates/{invited.key}/", f"/employer/vacancies/{vacancy.key}/selection/"):
        assert seeker.full_name not in browser.get(address).content.decode()
    applying.agree_to_be_named(application=invited, by=seeker)
    assert seeker.full_name in browser.get(f"/employer/candidates/{invited.key}/").content.decode()


def test_found_by_trade_and_place_without_a_name(vacancy, profile, head, seeker, signed_in):
    page = signed_in(head).get(f"/employer/vacancies/{vacancy.key}/candidates/{profile.key}/").content.decode()
    assert "1C" in page
    assert seeker.full_name not in page
    assert looks().count() == 1
    profile.region, profile.district = "750000000", ""
    spread(profile)
    assert candidates.found_for(vacancy, by=head) == []


def test_who_lets_employers_see_the_name_is_named_in_the_list(vacancy, profile, head, seeker):
    ShownToEmployers.objects.create(person=profile.person, text_version="1", language="en")
    [found] = candidates.found_for(vacancy, by=head)
    assert found.name == seeker.full_name
    ShownToEmployers.objects.update(ended_at=timezone.now())
    assert candidates.found_for(vacancy, by=head)[0].name == ""


def test_before_the_answer_the_employer_does_nothing_more(invited, head):
    for act, given in (
        (selecting.offer, {}),
        (selecting.hire, {"starts_on": timezone.localdate()}),
        (selecting.set_interview, {"at": timezone.now() + DAY, "place": "Office"}),
        (applying.write_message, {"text": "Hello", "sent_as": SENT_AS}),
    ):
        with pytest.raises(NotAllowedError):
            act(application=invited, by=head, **given)


def test_an_invitation_lapses_and_the_name_was_never_told(invited):
    Application.objects.update(made_at=timezone.now() - DAY * 30)
    for _again in range(2):
        keeping.keep()
    invited.refresh_from_db()
    assert (invited.state, invited.named_at) == ("withdrawn", None)


def test_who_said_no_is_not_invited_again(invited, vacancy, profile, seeker, head):
    applying.withdraw(application=invited, by=seeker)
    with pytest.raises(NotAllowedError):
        selecting.invite(vacancy=vacancy, person=profile.person, letter="Once more", by=head)


def test_interview_offer_hired_and_the_others_are_told(application, vacancy, head, seeker):
    other = people.make_account(people.make_person())
    second = applying.apply(vacancy=vacancy, letter="", by=other)
    interview = selecting.set_interview(application=application, at=timezone.now() + DAY, place="Office 5", by=head)
    applying.answer_interview(interview=interview, answer="comes", by=seeker)
    selecting.offer(application=application, by=head)
    selecting.hire(application=application, starts_on=timezone.localdate() + DAY, by=head)
    vacancy.refresh_from_db()
    second.refresh_from_db()
    assert (vacancy.state, second.state) == ("filled", "rejected")
    kinds = Notice.objects.filter(to__iin=seeker.iin).values_list("kind", flat=True)
    assert {"application_interview", "application_offered", "application_hired"} <= set(kinds)
    assert Notice.objects.filter(kind="vacancy_closed", to__iin=other.iin).exists()


def test_a_yes_to_an_interview_is_to_the_time_that_was_shown(client, application, head, seeker):
    sign_in(client, seeker)
    selecting.set_interview(application=application, at=timezone.now() + DAY, place="Office 5", by=head)
    page = reverse("vacancies:application", args=[application.key])
    shown = client.get(page).context["interview_form"].shown
    selecting.set_interview(application=application, at=timezone.now() + 2 * DAY, place="Office 6", by=head)
    yes = reverse("vacancies:act_on_application", args=[application.key, "interview"])
    client.post(yes, {"answer": "comes", "shown": shown})
    assert not application.interviews.filter(answer="comes").exists()
    shown = client.get(page).context["interview_form"].shown
    client.post(yes, {"answer": "comes", "shown": shown})
    assert application.interviews.filter(answer="comes").get().place == "Office 6"


def test_with_two_posts_one_hired_leaves_it_open(organisation, head, seeker):
    vacancy = jobs.make_vacancy(organisation, head, posts=2)
    application = applying.apply(vacancy=vacancy, letter="", by=seeker)
    selecting.hire(application=application, starts_on=timezone.localdate(), by=head)
    vacancy.refresh_from_db()
    assert vacancy.is_open


def test_a_second_interview_calls_the_first_one_off(application, head):
    for days in (1, 2):
        selecting.set_interview(application=application, at=timezone.now() + DAY * days, place="Office", by=head)
    assert list(application.interviews.order_by("pk").values_list("answer", flat=True)) == ["called_off", "waiting"]


def test_messages_go_both_ways_once(application, head, seeker):
    for _again in range(2):
        applying.write_message(application=application, text="Which hours?", sent_as=SENT_AS, by=seeker)
    applying.write_message(application=application, text="From nine.", sent_as=SENT_AS[:-1] + "2", by=head)
    assert list(ApplicationMessage.objects.order_by("pk").values_list("of_employer", flat=True)) == [False, True]
    assert Notice.objects.filter(kind="application_message").count() == 1


def test_turned_down_one_reads_why_and_the_phone_is_hidden(application, head, seeker, signed_in):
    selecting.reject(application=application, reason="We look for somebody with 1C.", by=head)
    assert "somebody with 1C" in Notice.objects.get(kind="application_rejected").text
    phone = Person.objects.get(iin=seeker.iin).phone
    assert phone not in signed_in(head).get(f"/employer/candidates/{application.key}/").content.decode()


def test_the_career_centre_sends_a_person_of_its_territory(vacancy, seeker, officer):
    person = Person.objects.get(iin=seeker.iin)
    made = applying.send_from_centre(vacancy=vacancy, person=person, by=officer)
    assert (made.origin, made.is_named) == ("centre", True)
    stranger = people.make_account(people.make_person())
    with pytest.raises(NotAllowedError):
        applying.send_from_centre(vacancy=vacancy, person=person, by=stranger)


def test_the_whole_way_by_pages(vacancy, head, seeker, signed_in):
    mine, theirs = signed_in(seeker), signed_in(head)
    assert mine.post(f"/vacancies/{vacancy.key}/apply/", {"letter": ""}).status_code == 422
    mine.post(f"/vacancies/{vacancy.key}/apply/", {"letter": "Here I am", "agrees": "on"})
    made = Application.objects.get()
    day = timezone.localdate() + DAY
    asked = {"day": day.isoformat(), "hour": "10:30", "place": "Office 5"}
    assert theirs.post(f"/employer/candidates/{made.key}/interview/", asked).status_code == 302
    page = mine.get(f"/vacancies/applications/{made.key}/")
    assert "10:30" in page.content.decode()
    answer = {"answer": "comes", "shown": page.context["interview_form"].shown}
    assert mine.post(f"/vacancies/applications/{made.key}/interview/", answer).status_code == 302
    assert theirs.post(f"/employer/candidates/{made.key}/offer/").status_code == 302
    hired = theirs.post(f"/employer/candidates/{made.key}/hire/", {"starts_on": day.isoformat()})
    assert hired.status_code == 302
    assert "Hired" in mine.get("/vacancies/applications/").content.decode()


@pytest.mark.usefixtures("profile")
def test_who_took_it_back_is_looked_at_no_more(invited, signed_in, head, seeker):
    address = f"/employer/candidates/{invited.key}/"
    assert "1C" in signed_in(head).get(address).content.decode()
    applying.agree_to_be_named(application=invited, by=seeker)
    assert "1C" in signed_in(head).get(address).content.decode()
    applying.withdraw(application=invited, by=seeker)
    assert "1C" not in signed_in(head).get(address).content.decode()
