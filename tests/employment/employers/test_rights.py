"""Who acts for an organisation: by a register, confirmed by an office, or named by who leads it."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from employment.employers import access
from employment.employers.actions import rights
from employment.employers.models import Representation, RightRequest
from socialcode.accounts.models import Role
from socialcode.notices.models import Notice
from socialcode.people import business_number
from socialcode.people.models import Organisation, Person
from socialcode.refusal import NotAllowedError
from tests.factories import jobs, people

BIN = business_number.first_free(datetime.date(2021, 5, 1), 70_000)
ASKED = {"bin": BIN, "name": "Жаңа ЖШС", "region": people.REGION, "district": people.DISTRICT, "position": "Director"}
PAPER = {"paper": "order", "paper_number": "12", "paper_date": datetime.date(2026, 1, 9)}


@pytest.fixture
def adviser(office):
    return people.make_staff(Role.ADVISER, office)


@pytest.fixture
def asked(seeker, office):
    return rights.ask(by=seeker, **ASKED)


def test_who_a_register_names_acts_at_once(organisation, head):
    assert list(access.organisations_of(head)) == [organisation]


def test_the_office_confirms_by_a_paper_and_makes_an_organisation_that_was_not_known(asked, adviser, seeker):
    rights.confirm(request=asked, by=adviser, **PAPER)
    organisation = Organisation.objects.get(bin=BIN)
    assert list(access.organisations_of(seeker)) == [organisation]
    assert access.may_bind(seeker, organisation)
    assert Notice.objects.filter(kind="right_confirmed", to=asked.person).exists()


def test_a_refusal_says_why_and_gives_no_right(asked, adviser, seeker):
    rights.refuse(request=asked, reason="The order names another person.", by=adviser)
    assert not access.organisations_of(seeker)
    assert "names another person" in Notice.objects.get(kind="right_refused").text


def test_an_office_elsewhere_answers_nothing(asked):
    elsewhere = people.make_staff(Role.ADVISER, people.make_office(people.OTHER_DISTRICT))
    with pytest.raises(NotAllowedError):
        rights.confirm(request=asked, by=elsewhere, **PAPER)
    with pytest.raises(PermissionDenied):
        access.open_request(asked.key, by=elsewhere)


def test_nobody_confirms_their_own_right(asked, adviser):
    adviser.staff_iin = asked.person.iin
    adviser.save()
    with pytest.raises(NotAllowedError):
        rights.confirm(request=asked, by=adviser, **PAPER)


def test_a_request_is_answered_once(asked, adviser):
    rights.confirm(request=asked, by=adviser, **PAPER)
    with pytest.raises(NotAllowedError):
        rights.refuse(request=asked, reason="The order names another person.", by=adviser)
    assert Representation.objects.count() == 1


def test_what_the_register_says_of_a_known_organisation_is_not_overwritten(organisation, seeker, adviser):
    asked = rights.ask(by=seeker, **(ASKED | {"bin": organisation.bin, "name": "Another name"}))
    rights.confirm(request=asked, by=adviser, **PAPER)
    organisation.refresh_from_db()
    assert (asked.name, organisation.name) == ("Үлгі ЖШС", "Үлгі ЖШС")


def test_the_head_names_others_who_name_nobody(organisation, head, seeker):
    person = Person.objects.get(iin=seeker.iin)
    rights.name_representative(
        organisation=organisation, iin=person.iin, surname=person.surname.lower(), position="Manager", by=head
    )
    assert access.may_act(seeker, organisation)
    with pytest.raises(NotAllowedError):
        rights.name_representative(
            organisation=organisation, iin=person.iin, surname=person.surname, position="Manager", by=seeker
        )


def test_a_number_without_its_surname_tells_nothing(organisation, head, seeker):
    told = []
    for iin, surname in ((seeker.iin, "Басқаева"), (people.make_iin(), "Үлгіева")):
        with pytest.raises(NotAllowedError) as refused:
            rights.name_representative(organisation=organisation, iin=iin, surname=surname, position="Any", by=head)
        told.append(str(refused.value))
    assert len(set(told)) == 1


@pytest.mark.parametrize("who", ["head", "themselves"])
def test_an_ended_right_opens_nothing_from_that_moment(organisation, head, who):
    manager = jobs.make_representative(organisation, head)
    right = Representation.objects.get(person__iin=manager.iin)
    rights.end(right=right, by={"head": head, "themselves": manager}[who])
    assert not access.may_act(manager, organisation)
    with pytest.raises(PermissionDenied):
        access.open_own(organisation.key, by=manager)


def test_who_was_ended_may_be_named_again(organisation, head):
    manager = jobs.make_representative(organisation, head)
    rights.end(right=Representation.objects.get(), by=head)
    rights.name_representative(
        organisation=organisation, iin=manager.iin, surname="Үлгіева", position="Manager", by=head
    )
    assert access.may_act(manager, organisation)


def test_one_sees_ones_own_organisation_only(organisation, head):
    other, _other_head = jobs.make_employer()
    with pytest.raises(PermissionDenied):
        access.open_own(other.key, by=head)


def test_a_right_that_has_not_begun_opens_nothing(organisation, head):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    manager = jobs.make_representative(organisation, head, since=tomorrow)
    assert not access.may_act(manager, organisation)


def test_taken_back_it_waits_no_more(asked, seeker, adviser):
    rights.take_back(request=asked, by=seeker)
    assert not access.requests_for(adviser).waiting()
    assert RightRequest.objects.get().state == "withdrawn"


def test_the_form_keeps_what_was_typed_and_says_what_is_wrong(signed_in, seeker):
    answer = signed_in(seeker).post("/employer/ask/", ASKED | {"bin": "123", "place": people.DISTRICT})
    assert answer.status_code == 422
    assert "A BIN has exactly 12 digits." in answer.content.decode()
    assert "Жаңа ЖШС" in answer.content.decode()


def test_the_whole_way_by_pages(signed_in, seeker, adviser):
    browser, desk = signed_in(seeker), signed_in(adviser)
    assert browser.post("/employer/ask/", ASKED | {"place": people.DISTRICT}).status_code == 302
    asked = RightRequest.objects.get()
    assert "Жаңа ЖШС" in desk.get("/employers/requests/").content.decode()
    desk.post(f"/employers/requests/{asked.key}/", PAPER | {"paper_date": "2026-01-09"})
    assert "Жаңа ЖШС" in browser.get("/employer/").content.decode()
