"""On which day?"""

import datetime
import re
from decimal import Decimal

import pytest

from socialcode.engine.registry import registry
from socialcode.law import actions
from socialcode.law.policies import Proposal
from tests.factories.accounts import make_administrator

from .families import FAMILY_OF_FIVE_CHILDREN, UNINSURED_MOTHER


def other(day, month, year):
    return {"which": "other", "other-day": day, "other-month": month, "other-year": year}


def amounts(outcome):
    """What is received of each benefit one is entitled to."""
    return {benefit.provision.name: benefit.entries[0].result.in_hand for benefit in outcome.entitled}


def test_today_follows_the_calendar(visitor, today):
    visitor.begin("birth", which="today")
    assert visitor.checks[0]["day"] == ""
    assert visitor.page.context["visit"].on == today


def test_next_january_has_no_sums_before_its_figures_are_published_and_says_so(visitor):
    outcome = visitor.begin("many_children", which="january").walk(FAMILY_OF_FIVE_CHILDREN).result()
    assert outcome.visit.on == datetime.date(2027, 1, 1)
    assert "The figures of 2027 are not published yet; the newest are of 2026." in visitor.html
    assert outcome.entitled
    assert set(amounts(outcome).values()) == {None}


def test_what_two_administrators_approved_reaches_the_citizen_on_its_day(visitor):
    january = datetime.date(2027, 1, 1)
    entered = Proposal(parameter=registry.parameters["mci"], since=january, value=Decimal(5000), act="An invented act")
    proposed = actions.propose(proposal=entered, by=make_administrator())
    visitor.begin("many_children", which="january").walk(FAMILY_OF_FIVE_CHILDREN)
    assert amounts(visitor.result())["large_family"] is None
    actions.approve(version=proposed, by=make_administrator("second@example.org", "Second Administrator"))
    assert amounts(visitor.result())["large_family"] == 100200
    assert amounts(visitor.begin("many_children").result())["large_family"] == 86673


def test_a_past_day_has_the_figures_of_its_time(visitor):
    outcome = visitor.begin("many_children", **other(1, 2, 2024)).walk(FAMILY_OF_FIVE_CHILDREN).result()
    assert amounts(outcome)["awarded_mother"] == 23629  # 6.4 MCI of 3 692 tenge


def test_before_the_encoded_law_nothing_is_computed_and_the_reason_is_given(visitor):
    family = UNINSURED_MOTHER | {"1-child_birth_date": None}
    outcome = visitor.begin("everything", **other(1, 2, 2023)).walk(family).result()
    assert "Grant for the birth of a child" in [title for title, _reason in outcome.not_computed]
    assert re.search("The law before (July 1, 2023|1 July 2023) is not encoded", visitor.html)
    assert "birth_grant" not in {result.provision.name for result in outcome.results}


@pytest.mark.parametrize(
    "typed",
    [other(1, 1, 2017), other(1, 1, 2028), other(31, 2, 2026), other("", "", ""), other("x", "\x00", "9" * 500)],
)
@pytest.mark.parametrize("address", ["/", "/check/day/"])
def test_a_day_that_cannot_be_asked_about(visitor, typed, address):
    visitor.begin("birth")
    page = visitor.client.post(address, typed | {"event": "birth"})
    assert page.status_code == 200
    assert "Please check your answers" in page.content.decode()
    assert visitor.checks[0]["day"] == ""


def test_another_day_keeps_all_answers_and_the_page_being_filled(visitor):
    visitor.begin_questions("many_children", FAMILY_OF_FIVE_CHILDREN).send(FAMILY_OF_FIVE_CHILDREN, then="day")
    assert visitor.place == "/check/day/"
    visitor.page = visitor.client.post("/check/day/", other(1, 3, 2025), follow=True)
    before = len(visitor.asked)
    visitor.walk(FAMILY_OF_FIVE_CHILDREN)
    assert not {"birth_date", "sex"} & {*visitor.asked[before:]}
    assert visitor.result().visit.on == datetime.date(2025, 3, 1)


def test_an_answer_later_than_the_day_is_asked_again(visitor):
    visitor.begin("birth").walk(UNINSURED_MOTHER)
    visitor.page = visitor.client.post("/check/day/", other(1, 3, 2026), follow=True)
    assert "1-child_birth_date" in visitor.fields
