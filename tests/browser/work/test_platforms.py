"""An operator sends a statement of five thousand rows by the pages: what it fills, what is left out and why, and that
the same file again changes nothing. How long five hundred thousand take: `bench.registers.statements`."""

import datetime

import pytest
from playwright.sync_api import expect

from employment.platform_work import reading
from employment.platform_work.models import Payout, Statement
from socialcode.people.models import Person
from tests.browser.visitors import by_one_in_each_language
from tests.factories import people
from tests.factories.moves import HEAD
from tests.factories.organisations import make_mandate, make_organisation

pytestmark = pytest.mark.process
PERFORMERS, MONTHS, WRONG = 500, 10, 3
BORN = datetime.date(1990, 1, 15)


@pytest.fixture
def operator(live_server, settings, tmp_path):
    """A platform, and the account of who acts for it."""
    settings.STATEMENT_FOLDER = tmp_path / "statements"
    organisation, head = make_organisation(), people.make_person(given_name="Дана")
    make_mandate(head, organisation)
    return organisation, people.make_account(head)


@pytest.fixture
def statement(tmp_path):
    """Ten months of five hundred performers, and three rows that are wrong."""
    named = {"surname": "Үлгіева", "given_name": "Айгүл", "sex": "female", "birth_date": BORN}
    numbers = [people.make_iin(BORN, "female") for _each in range(PERFORMERS)]
    Person.objects.bulk_create(Person(iin=iin, legal_status="citizen", **named) for iin in numbers)
    money = "200000,0,2000,2000,2000,2000"
    rows = [f"{iin},2026-11-05,2026-{month + 1:02d}-01,{money}\n" for iin in numbers for month in range(MONTHS)]
    wrong = [f"{iin},2026-11-05,2026-10-01,{money}\n" for iin in ("123", "abc", people.make_iin())]
    file = tmp_path / "october.csv"
    file.write_text(HEAD + "".join(rows + wrong))
    return file


def send(page, visited, organisation, file):
    page.goto(f"/platforms/operators/{organisation.key}/")
    visited()
    page.locator("[name=file]").set_input_files(file)
    page.locator(".portal-form .btn-primary").click()
    page.wait_for_url("**/platforms/statements/*/")
    visited()


@by_one_in_each_language
def test_a_statement_of_an_operator_is_sent_read_and_sent_again(page, enter, visited, operator, statement):
    organisation, account = operator
    enter(account)
    page.goto("/platforms/operators/")
    visited()
    send(page, visited, organisation, statement)
    assert reading.read_waiting() == 1
    page.reload()
    visited()
    expect(page.locator("tbody tr")).to_have_count(WRONG)
    delivery = Statement.objects.get().delivery
    assert (delivery.new, delivery.rejected) == (PERFORMERS * MONTHS, WRONG)
    send(page, visited, organisation, statement)
    assert (Statement.objects.count(), Payout.objects.count()) == (1, PERFORMERS * MONTHS)
