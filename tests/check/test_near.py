"""What is near: rights that a day brings, and what one act would bring, with their sums."""

import datetime

import pytest

from socialcode.check.answer import next_act
from socialcode.check.household import VisitedHousehold
from socialcode.check.sections import ResultPage
from socialcode.check.visit import Subject, Visit
from socialcode.entitlement import near
from socialcode.entitlement.months import first_days
from socialcode.entitlement.results import assess

from .ten_families import FAMILIES

pytestmark = pytest.mark.django_db
ON = "2026-11-27"
POOR = {"family_income_of_quarter": "90000", "poverty_line_of_region": "35596"}


def result_of(name, **different):
    """The result of an invented family of whom something is otherwise."""
    family = next(family for family in FAMILIES if family.name == name)
    visit = Visit("everything", ON, pages=["situations"], children=[])
    answers = VisitedHousehold(visit).provisions
    asked = {fact.name: fact for provision in answers for fact in provision.facts.values()}
    visit.person = Subject(given=_given(family, asked, 0) | different)
    visit.children = [Subject(number, _given(family, asked, number)) for number in range(1, len(family.children) + 1)]
    return ResultPage(VisitedHousehold(visit))


def _given(family, asked, number):
    facts = [fact for fact in asked.values() if (fact.of == "child") == bool(number)]
    raw = {fact.name: family.answer(fact, number) for fact in facts}
    return {name: value for name, value in raw.items() if value is not None}


def sums(found):
    return {(str(one.on), one.entry.result.provision.name): one.entry.result.in_hand for one in found}


def test_a_man_of_sixty_two_sees_from_which_day_how_much():
    page = result_of("man at 62", birth_date="1964-05-20")
    assert sums(page.coming)["2027-05-20", "base_pension"] == 60005
    first = page.first_coming
    assert (first.on, [(total.pays, total.amount) for total in first.totals]) == (
        datetime.date(2027, 5, 20),
        [("monthly", 67200 + 60005 + 35596)],
    )
    assert next_act(page).is_file


@pytest.mark.parametrize("name", [family.name for family in FAMILIES])
def test_what_comes_is_what_the_whole_law_says_of_every_day(name):
    """Days on which something is still in the way are passed over: nothing is lost by that."""
    page = result_of(name)
    household = page.household
    refused = {
        result.anchor for result in page.results if result.section == "refused" and result.provision.is_for_persons
    }
    days = [household.as_of(on) for on in first_days(household.on)]
    begins = {}
    for day in days[1:]:
        for result in assess(day):
            if result.anchor in refused and result.section == "entitled":
                begins.setdefault(result.anchor, day.on)
    found = {one.result.anchor: one.household.on for one in near.coming(household, page.results)}
    assert found.keys() == begins.keys()
    assert all(on <= begins[anchor] for anchor, on in found.items())


def test_what_no_day_brings_is_not_said_to_come():
    page = result_of("man at 62", birth_date="1990-05-20")
    assert "base_pension" not in {name for _on, name in sums(page.coming)}


@pytest.mark.parametrize(("answer", "fact"), [("accepts_visit", "accepts_visit"), ("signs_social_contract",) * 2])
def test_one_act_is_told_with_what_the_engine_says_it_brings(answer, fact):
    whole = result_of("lone mother with income", **POOR)
    granted = next(r.in_hand for r in whole.results if r.provision.name == "targeted_assistance")
    assert granted
    [step] = result_of("lone mother with income", **POOR, **{answer: False}).within_reach
    assert (step.entry.result.provision.name, step.entry.result.in_hand) == ("targeted_assistance", granted)
    assert f"change={fact}" in step.href


def test_two_things_missing_are_no_single_step():
    assert not result_of("lone mother with income", **POOR, accepts_visit=False, owns_second_car=True).within_reach
