"""Invented families walk a check in Kazakh on a phone, the first without scripts: how many screens and questions it
takes, and that the result names every right that the engine finds in what they said."""

import datetime

import pytest

from socialcode.check.household import VisitedHousehold
from socialcode.check.models import Check
from socialcode.check.sections import ResultPage
from socialcode.check.visit import Subject, Visit
from socialcode.engine import Kind
from socialcode.engine.registry import registry
from tests.browser.test_check import answer, to_the_result
from tests.check.ten_families import FAMILIES
from tests.check.test_few_questions import GOALS, MOST

STORIES = {home.name: home for home in FAMILIES}
MOST_SCREENS = 15
NOTHING_YET = {"woman at 58"}  # the age of her pension comes after the months that a check looks ahead


def typed(home) -> dict:
    """What a household types, by field: `answer` and `ticked` take it so."""
    return {name: _typed(name, raw) for name, raw in home.person.items()} | {
        f"{number}-{name}": _typed(name, raw)
        for number, child in enumerate(home.children, 1)
        for name, raw in child.items()
    }


def _typed(name, raw):
    return datetime.date.fromisoformat(raw) if registry.facts[name].kind == Kind.DATE else raw


@pytest.mark.parametrize(("size", "language"), [("phone", "kk")])
@pytest.mark.parametrize(
    ("story", "javascript"), [(name, place > 0) for place, name in enumerate(STORIES)], ids=[*STORIES]
)
def test_a_family_comes_to_all_its_rights(page, visited, tell, story, javascript):
    answers, screens, questions = typed(STORIES[story]), 0, 0
    page.goto("/")
    page.locator("main button[value=everything]").click()
    page.wait_for_url("**/check/*/**")
    while "/answers/" not in page.url:
        screens += 1
        questions += page.locator("fieldset.question").count() or 1  # a page to tick on is one question
        answer(page, answers)
    to_the_result(page)
    tell(f"{story}: {questions} questions on {screens} screens")
    outcome = ResultPage(VisitedHousehold(_visit()))
    for benefit in (*outcome.entitled, *outcome.due):
        assert page.locator(f"#{benefit.entries[0].result.anchor}").count() == 1, benefit.provision.name
    shown = page.locator("main").inner_text()
    assert all(str(one.on.year) in shown for one in outcome.coming)
    found = outcome.entitled or outcome.coming or outcome.due or outcome.within_reach
    assert bool(found) == (story not in NOTHING_YET)
    assert found or outcome.refused, "nothing is said of what is not due either"
    if javascript:
        visited()
    assert screens <= MOST_SCREENS
    assert questions <= GOALS.get(story, MOST)


def _visit() -> Visit:
    kept = Check.objects.latest("used_at").content
    visit = Visit(kept["event"], kept["day"], pages=kept["pages"], offered=kept["offered"])
    visit.person = Subject(**kept["person"])
    visit.children = [Subject(**child) for child in kept["children"]]
    return visit
