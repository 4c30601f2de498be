"""The check for a child or ward, made by who acts for them."""

import datetime

import pytest

from socialcode.cases.models import Claim
from socialcode.people.models import LegalRepresentation, Register
from socialcode.registers.models import Disability
from tests.factories import people
from tests.factories.accounts import sign_in

BORN = datetime.date(1990, 6, 15)


@pytest.fixture
def mother(db):
    return people.make_person(datetime.date(1970, 1, 31))


@pytest.fixture
def ward(mother):
    ward = people.make_ward(mother, BORN)
    Disability.objects.create(person=ward, group="group1", capacity_loss=90, since=BORN, source=Register.DISABILITY)
    return ward


@pytest.fixture
def guardian(visitor, mother):
    sign_in(visitor.client, people.make_account(mother))
    return visitor


def told(visitor):
    rows = visitor.go("/check/answers/").page.context["answers"]
    return {row["label"]: row for _name, group in rows for row in group}


def test_a_check_for_a_ward_begins_with_the_wards_registers(guardian, ward):
    guardian.begin("illness", whom=str(ward.key))

    assert f"You check for {ward.full_name}." in guardian.html
    row = told(guardian)["When were you born?"]
    assert (row["value"], row["disputes"]) == ("June 15, 1990", f"/people/{ward.key}/")
    assert guardian.go("/check/result.pdf").page.status_code == 200


def test_a_claim_from_it_is_for_the_ward(guardian, ward, mother):
    guardian.begin("illness", whom=str(ward.key)).walk({"disability_cause": "general"})
    guardian.go("/check/result/disability_state/0/")
    assert f'name="person" value="{ward.key}"' in guardian.html
    wish = {"provision": "disability_state", "person": str(ward.key)}
    guardian.client.post("/claims/begin/", wish)
    assert Claim.objects.get().person == ward


def test_answers_about_one_person_never_become_those_of_another(guardian, ward, mother):
    guardian.begin("illness")
    guardian.begin("illness", whom=str(ward.key))
    for page in ("/check/situations/", "/check/questions/about-you/"):
        stale = guardian.client.post(page, {"about": "", "event": "illness"}, follow=True)
        assert "Your answers are no longer here" in stale.content.decode()
    guardian.begin("illness", whom=str(mother.key))
    assert told(guardian)["When were you born?"]["value"] == "January 31, 1970"
    assert "You check for" not in guardian.html


@pytest.mark.parametrize("key", ["x", "00000000-0000-4000-8000-000000000000"])
def test_nobody_checks_for_whom_they_do_not_act_for(guardian, ward, key):
    stranger = people.make_person()
    for wrong in (key, str(stranger.key)):
        guardian.begin("illness", whom=wrong)
        assert guardian.place == "/"
        assert "Choose for whom." in guardian.html


def test_who_acts_no_more_begins_again(guardian, ward):
    guardian.begin("illness", whom=str(ward.key))
    LegalRepresentation.objects.update(until=datetime.date(2026, 1, 1))
    assert "Your answers are no longer here" in guardian.go("/check/answers/").html


def test_for_whom_is_asked_only_of_who_acts_for_somebody(guardian, mother):
    assert "For whom?" not in guardian.go("/").html
    people.make_child(mother)
    assert "For whom?" in guardian.go("/").html
