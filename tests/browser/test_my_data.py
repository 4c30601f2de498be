"""My data in a real browser: a mother on a phone, an officer and an auditor at their desks."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from socialcode.accounts.models import Role
from socialcode.people import access
from socialcode.people.models import Register
from socialcode.registers.actions import asking, disputing
from socialcode.registers.models import Disability
from tests.browser.visitors import by_everybody
from tests.factories import people

PURPOSE = "She asked by telephone"


@pytest.fixture
def mother(live_server):
    mother = people.make_person()
    husband = people.make_person(sex="male", given_name="Үлгі")
    people.make_family(mother, spouse=husband)
    people.make_child(mother)
    for month in range(1, 6):
        people.make_income(mother, datetime.date(2026, month, 1))
    Disability.objects.create(
        person=mother, group="group3", since=datetime.date(2020, 1, 1), source=Register.DISABILITY
    )
    return mother


@pytest.fixture
def citizen(mother):
    return people.make_account(mother)


@pytest.fixture
def officer(mother):
    return people.make_staff(Role.OFFICER, people.make_office())


@pytest.fixture
def auditor(mother):
    return people.make_staff(Role.AUDITOR)


@pytest.fixture
def look(mother, officer):
    return access.record_look(mother, by=officer, look=access.Look(officer.grants[0], PURPOSE))


@by_everybody
def test_the_pages_shut_nobody_out(page, visited, enter, request):
    mother, citizen, look = (request.getfixturevalue(name) for name in ("mother", "citizen", "look"))
    disputing.dispute(person=mother, row=mother.income_rows.first(), says="I earned 205 000 in May.", by=citizen)
    enter(citizen)
    row = mother.income_rows.last()
    for address in ("", "income/2026/", "looks/", "sharing/", f"wrong/income/{row.pk}/"):
        page.goto(f"/people/{mother.key}/{address}")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        visited()
    question = asking.ask(person=mother, event=look, text="Why did you look?", by=citizen)
    enter(request.getfixturevalue("officer"))
    for address in ("", f"{mother.key}/", "disputes/", f"disputes/{mother.disputes.get().key}/"):
        page.goto(f"/people/{address}")
        visited()
    enter(request.getfixturevalue("auditor"))
    for address in ("", f"{question.key}/"):
        page.goto(f"/people/questions/{address}")
        visited()


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("size", ["phone"])
@pytest.mark.parametrize("language", ["en"])
def test_a_mother_disputes_a_wage_and_asks_who_looked(page, enter, request):
    mother, citizen, officer, auditor = (
        request.getfixturevalue(name) for name in ("mother", "citizen", "officer", "auditor")
    )
    enter(citizen)
    page.goto("/me/")
    page.get_by_role("link", name=re.compile("This is wrong.*May 2026")).click()
    page.get_by_label("What is right?").fill("I earned 205 000 in May.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Waiting for an officer")).to_be_visible()

    enter(officer)
    page.goto("/people/")
    page.get_by_role("main").get_by_label("IIN").fill(mother.iin)
    page.get_by_role("main").get_by_role("button", name="Find").click()
    page.get_by_label("Why do you open").fill(PURPOSE)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_text(mother.full_name).first).to_be_visible()
    page.goto("/people/disputes/")
    page.get_by_role("link", name=mother.full_name).click()
    page.get_by_label("I correct it below").check()
    page.get_by_label("Amount").fill("205 000")
    page.get_by_label("Reason").fill("The pay slip says so.")
    page.get_by_role("button", name="Resolve").click()
    expect(page.get_by_text("Resolved. The person gets a message.")).to_be_visible()

    enter(citizen)
    page.goto("/me/looks/")
    entry = page.locator(".register-value", has_text=PURPOSE)
    entry.get_by_text("Ask about this").click()
    entry.get_by_label("Your question").fill("I did not telephone. Why?")
    entry.get_by_role("button", name="Ask").click()
    expect(page.get_by_text("Waiting for an auditor")).to_be_visible()

    enter(auditor)
    page.goto("/people/questions/")
    page.get_by_role("main").get_by_role("link").click()
    page.get_by_label("Answer").fill("Another mother telephoned. We are sorry.")
    page.get_by_role("button", name="Answer").click()

    enter(citizen)
    page.goto("/me/looks/")
    expect(page.get_by_text("Another mother telephoned")).to_be_visible()
    page.goto("/me/")
    expect(page.get_by_text("205\u202f000").first).to_be_visible()
    page.goto("/me/sharing/")
    page.get_by_label("Үлгі").check()
    page.get_by_role("button", name="Let them see it").click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("This data is closed again")).to_be_visible()
