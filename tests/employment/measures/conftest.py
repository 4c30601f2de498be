"""An employer with an approved place of first work, an unemployed person, the map of the year, and time that moves."""

from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.utils import timezone

from employment.measures.actions import asking, contracting, mapping
from socialcode.accounts.models import Role
from tests.factories import people
from tests.factories.measures import ASKED, REASON, TODAY, both_sign, draw, make_jobless
from tests.factories.organisations import make_mandate, make_organisation


@pytest.fixture
def clock(monkeypatch):
    """The calendar stands where a test puts it: `clock(day)`; at first on 21 November 2025."""
    stands = [TODAY]
    monkeypatch.setattr(timezone, "localdate", lambda moment=None, *_zone: moment.date() if moment else stands[0])

    def move(day):
        stands[0] = day

    return move


@pytest.fixture
def head(office):
    return people.make_staff(Role.HEAD, office)


@pytest.fixture
def boss(db):
    """Who acts for the employer."""
    return people.make_person(given_name="Болат", sex="male")


@pytest.fixture
def employer(boss):
    organisation = make_organisation()
    make_mandate(boss, organisation)
    return organisation


@pytest.fixture
def manager(boss):
    """The account of who acts for the employer."""
    return people.make_account(boss)


@pytest.fixture
def team(request):
    """All who work together, where a test wants most of them; `request` asks for places."""
    named = ("officer", "approver", "head", "manager", "line")
    found = {name: request.getfixturevalue(name) for name in named}
    return SimpleNamespace(**found, request=request.getfixturevalue("request_"))


@pytest.fixture
def jobless(db):
    return make_jobless()


@pytest.fixture
def worker(jobless):
    """The account of the person."""
    return people.make_account(jobless)


@pytest.fixture
def line(clock, office, head, approver):
    """Places and money for first jobs this year and next: `line(2025, money=...)`."""

    def made(year, places=5, money=Decimal(5_000_000), measure="first_job"):
        given = {"measure": measure, "year": year, "places": places, "money": money}
        asked = mapping.propose_map(office=office, line=given, reason=REASON, by=head)
        return mapping.agree_map(asked=asked, by=approver)

    return made


@pytest.fixture
def lines(line):
    return line(2025), line(2026)


@pytest.fixture
def request_(clock, employer, office, manager):
    """An application; named parts can be replaced."""

    def made(**changed):
        return asking.ask_places(organisation=employer, office=office, asked=ASKED | changed, by=manager)

    return made


@pytest.fixture
def approved(request_, officer):
    return asking.approve_places(request=request_(), by=officer)


@pytest.fixture
def drawn(lines, approved, jobless, officer):
    return draw(approved, jobless, officer)


@pytest.fixture
def signed(drawn, manager, worker):
    both_sign(drawn, manager, worker)
    return drawn


@pytest.fixture
def running(signed, approver):
    return contracting.agree(contract=signed, by=approver)
