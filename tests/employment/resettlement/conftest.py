"""A family of Turkistan that goes to Pavlodar, and the office that helps it."""

import datetime

import pytest

from employment.resettlement.actions import applying, contracting, ruling
from employment.resettlement.models import Ruling
from socialcode.accounts.models import Role
from tests import cast
from tests.factories import people
from tests.factories.moves import sign_move

TURKISTAN = ("610000000", "613600000")
SAID = {
    "is_employed": False,
    "is_registered_unemployed": True,
    "unemployed_since": "2025-03-01",
    "is_registered_seeker": True,
    "deregistration_reason": "none",
    "registered_there_since": "2020-01-01",
    "employer_pays_move": False,
    "buys_home": True,
}
REASON = "Places are left, and all conditions are met."


@pytest.fixture
def home(db):
    return people.make_office(TURKISTAN[1], TURKISTAN[0])


@pytest.fixture
def mother(home):
    return people.make_person(address=TURKISTAN)


@pytest.fixture
def father(mother):
    person = people.make_person(sex="male", given_name="Асан", address=TURKISTAN)
    people.make_family(mother, spouse=person)
    return person


@pytest.fixture
def kid(mother):
    return people.make_child(mother, datetime.date(2018, 3, 1), address=TURKISTAN)


@pytest.fixture
def citizen(mother):
    return people.make_account(mother)


@pytest.fixture
def officer(home):
    return people.make_staff(Role.OFFICER, home)


@pytest.fixture
def approvers(home):
    return [people.make_staff(Role.APPROVER, home) for _each in range(3)]


@pytest.fixture
def apply(mother, citizen):
    """Ask to move; what is named differs from the usual."""

    def asked(**changed):
        by, person = changed.pop("by", citizen), changed.pop("person", mother)
        said = SAID | changed.pop("answers", {})
        usual = {"person": person, "goes_to": "pavlodar", "iban": cast.IBAN, "answers": said}
        return applying.apply(application=applying.Application(**(usual | changed)), by=by)

    return asked


@pytest.fixture
def vote(approvers, request):
    """As many agree as it takes."""

    def voted(found: Ruling):
        if found.word_by:
            applying.say(move=found.move, word="We came home for the funeral.", by=request.getfixturevalue("citizen"))
        for by in approvers[: found.votes_needed]:
            found = ruling.agree(ruling=found, by=by)
        return found

    return voted


@pytest.fixture
def agree(officer, vote):
    def agreed(move):
        vote(ruling.rule(move=move, agrees=True, reason=REASON, by=officer))
        move.refresh_from_db()
        return move

    return agreed


@pytest.fixture
def of_three(apply, agree, father, kid):
    return agree(apply(others=[father, kid]))


@pytest.fixture
def begun(of_three, officer, citizen):
    """The contract of three is in force."""
    move = of_three
    contracting.offer(move=move, by=officer)
    return sign_move(move, citizen)
