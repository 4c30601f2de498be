"""Checking everything asks a family only what matters to it: measured over ten invented families, and printed."""

import datetime

import pytest

from socialcode.check import situations
from socialcode.check.events import ready
from socialcode.check.household import VisitedHousehold
from socialcode.check.pages import Journey
from socialcode.check.visit import Subject, Visit
from socialcode.engine.registry import registry

from .ten_families import FAMILIES, misnamed

ON = datetime.date(2026, 11, 21)
MOST = 33  # questions of the worst family; the rules know more than a hundred facts
ON_AVERAGE = 20.5


def begun(home, event="everything") -> Visit:
    return Visit(event, ON.isoformat(), children=[Subject(n) for n, _child in enumerate(home.children, 1)])


def asked_of(home, visit, *, ticks=True) -> list[str]:
    """Every question a household is asked, in order; the page to tick on counts as one."""
    values = registry.values(ON)
    asked = []
    if ticks:
        asked.append(situations.SLUG)
        ticked = [s.name for group in situations.groups(visit) for s in group.situations if s.name in registry.facts]
        true = [name for name in ticked if any(home.ticks(fact) for fact in alike(registry.facts[name]))]
        situations.keep(visit, [*true, *([situations.CHILDREN] if home.children else [])])
    while remaining := (journey := journey_of(visit, values)).remaining:
        page = remaining[0]
        for subject in visit.subjects:
            for fact in journey.facts(page, subject):
                asked.append(f"{subject.number or ''}{fact.name}")
                subject.save(fact.name, home.answer(fact, subject.number))
        visit.passed(page.slug)
    return asked


def journey_of(visit, values) -> Journey:
    """With the shipped law, which needs no database."""
    household = VisitedHousehold(visit)
    household.values = values
    return Journey(household)


def alike(fact):
    return [other for other in registry.facts.values() if other.situation == fact.situation]


@pytest.fixture(scope="module")
def questions():
    return {home.name: asked_of(home, begun(home)) for home in FAMILIES}


def test_the_families_answer_only_what_rules_know():
    assert misnamed() == set()


def test_a_family_gets_through_with_few_questions(questions, tell):
    counts = {name: len(asked) for name, asked in questions.items()}
    tell(f"Questions of {len(registry.facts)} facts known to {len(registry.provisions)} provisions:")
    for name, count in counts.items():
        tell(f"{count:5} {name}")
    assert max(counts.values()) <= MOST
    assert sum(counts.values()) / len(counts) <= ON_AVERAGE


@pytest.mark.parametrize("event", [event.name for event in ready()])
def test_the_page_to_tick_on_saves_questions_wherever_a_check_begins_with_it(event, tell):
    if not situations.worth_asking(begun(FAMILIES[0], event)):
        return
    with_page, without = (
        sum(len(asked_of(home, begun(home, event), ticks=ticks)) for home in FAMILIES) for ticks in (True, False)
    )
    tell(f"{event}: {with_page} questions of ten families instead of {without}")
    assert with_page < without


def test_nobody_is_asked_twice(questions):
    assert all(len(asked) == len(set(asked)) for asked in questions.values())
