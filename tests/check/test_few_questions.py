"""A check asks a family only what matters to it: measured over invented families in questions, screens and words."""

import pytest

from socialcode.check import situations
from socialcode.check.events import ready
from socialcode.engine.registry import registry

from .ten_families import FAMILIES, misnamed
from .walking import begun, journey_of, walked

MOST, ON_AVERAGE = 20, 12  # questions; the rules know more than two hundred facts
MOST_SCREENS, MOST_WORDS = 12, 720  # words of questions and sentences to tick, in Kazakh
GOALS = {
    "young family with a newborn": 10,
    "job lost, and little money at home": 18,
    "widow with two children": 20,
    "man at 62": 8,
    "platform driver": 6,
}


@pytest.fixture(scope="module")
def walks():
    return {home.name: walked(home) for home in FAMILIES}


def test_the_families_answer_only_what_rules_know():
    assert misnamed() == set()


def test_a_family_gets_through_with_few_questions(walks, tell):
    tell(f"Of {len(registry.facts)} facts known to {len(registry.provisions)} provisions, questions, screens, words:")
    for name, walk in walks.items():
        tell(f"{len(walk.asked):5} {walk.screens:5} {walk.words:5}   {name}")
    counts = {name: len(walk.asked) for name, walk in walks.items()}
    assert {name: most for name, most in GOALS.items() if counts[name] > most} == {}
    assert max(counts.values()) <= MOST
    assert sum(counts.values()) / len(counts) <= ON_AVERAGE
    assert max(walk.screens for walk in walks.values()) <= MOST_SCREENS
    assert max(walk.words for walk in walks.values()) <= MOST_WORDS


@pytest.mark.parametrize("event", [event.name for event in ready()])
def test_the_page_to_tick_on_saves_questions_wherever_a_check_begins_with_it(event, tell):
    if not journey_of(begun(FAMILIES[0], event), registry.values(begun(FAMILIES[0]).on)).ticks.worth_asking:
        return
    with_page, without = (
        sum(len(walked(home, event, ticks=ticks).asked) for home in FAMILIES) for ticks in (True, False)
    )
    tell(f"{event}: {with_page} questions of all families instead of {without}")
    assert with_page < without


def test_nobody_is_asked_twice(walks):
    assert all(len(walk.asked) == len({*walk.asked}) for walk in walks.values())


def test_a_man_is_asked_nothing_that_can_be_true_of_women_only(walks):
    of_men = [walk.asked for home, walk in zip(FAMILIES, walks.values(), strict=True) if home.person["sex"] == "male"]
    assert not {name for asked in of_men for name in asked} & {f.name for f in registry.facts.values() if f.sex}


def test_who_somebody_is_comes_first_and_what_is_true_of_them_next(walks):
    for walk in walks.values():
        assert walk.asked[:4] == ["birth_date", "sex", "children_under_18", f"{situations.SLUG} 1"]


def test_rare_and_painful_grounds_stand_folded_and_last(walks):
    groups = journey_of(begun(FAMILIES[0]), registry.values(begun(FAMILIES[0]).on)).ticks.groups
    assert [group.rare for group in groups] == sorted(group.rare for group in groups)
    assert "relative_died" in {situation.name for situation in groups[-1].situations}
