"""The poverty line that a region published counts in its quarter, then the rule's, then what somebody remembers."""

import datetime
from decimal import Decimal

import pytest

from socialcode.engine import examples, explain, questions
from socialcode.engine.parameters import Values, Version
from socialcode.engine.registry import registry

ALMATY, ASTANA = "750000000", "710000000"
IN_THE_QUARTER = datetime.date(2026, 3, 31)


@pytest.fixture
def values_on():
    """The shipped values with one line, of Almaty for the first quarter of 2026."""
    published = Version(datetime.date(2026, 1, 1), Decimal(40000), region=ALMATY)
    line = registry.parameters["poverty_line"].with_versions([published])

    def values(on=IN_THE_QUARTER, region=ALMATY):
        return Values({**registry.parameters, "poverty_line": line}, on, region)

    return values


@pytest.fixture
def assessed(values_on):
    """A family of four with 25 000 a month for each, who think that the line is 35 000."""
    provision = registry.provisions["targeted_assistance"]
    facts = examples.facts_of(provision, examples.read(provision)["given"], {"family_income_of_quarter": 300000})

    def found(on=IN_THE_QUARTER, region=ALMATY, **other):
        return explain(provision, {**facts, **other}, on, values_on(on, region))

    return found


def test_the_published_line_counts_before_the_answer(assessed):
    assert assessed().amount == 60000


def test_the_published_line_is_not_asked_for(values_on):
    provision = registry.provisions["targeted_assistance"]
    asked = questions([provision], {}, IN_THE_QUARTER, values_on())
    assert "poverty_line_of_region" not in [fact.name for fact in asked]


def test_a_line_of_the_last_quarter_does_not_count(assessed):
    late = datetime.date(2026, 4, 1)
    assert assessed(late).amount == 40000
    assert assessed(late, poverty_line_of_region=None).amount is None


def test_a_line_of_another_region_does_not_count(assessed):
    assert assessed(region=ASTANA, poverty_line_of_region=None).outcome == "likely"


@pytest.fixture
def line_on():
    """The line on a day in Almaty, of which figures are known by name, each from the quarter's first day."""
    provision = registry.provisions["targeted_assistance"]
    facts = examples.facts_of(provision, examples.read(provision)["given"], {"poverty_line_of_region": None})

    def found(on, since, **figures):
        known = {
            name: registry.parameters[name].with_versions([Version(since, Decimal(figure), region=ALMATY)])
            for name, figure in figures.items()
        }
        steps = explain(provision, facts, on, Values({**registry.parameters, **known}, on, ALMATY)).steps
        return next(step.result for step in steps if step.name == "line")

    return found


@pytest.mark.parametrize(
    ("median", "subsistence", "line"),
    [("100000", "46228", 35000), ("90000", "46228", 32360), ("92456", "46228", 32360), ("92457.2", "46228", 32361)],
)
def test_since_2025_the_line_is_the_greater_of_two_shares(line_on, median, subsistence, line):
    figures = {"regional_median_income": median, "regional_subsistence_minimum": subsistence}
    assert line_on(datetime.date(2025, 4, 1), datetime.date(2025, 1, 1), **figures) == line


@pytest.mark.parametrize(("subsistence", "line"), [("40567", 28397), ("29698", 20789)])
def test_until_2024_the_line_is_a_share_of_the_subsistence_minimum(line_on, subsistence, line):
    before = datetime.date(2024, 7, 1)
    assert line_on(datetime.date(2024, 12, 31), before, regional_subsistence_minimum=subsistence) == line
    assert line_on(datetime.date(2025, 1, 1), before, regional_subsistence_minimum=subsistence) is None


def test_figures_count_in_the_quarter_after_their_own(line_on):
    figures = {"regional_median_income": "100000", "regional_subsistence_minimum": "46228"}
    quarter = datetime.date(2026, 1, 1)
    assert line_on(datetime.date(2026, 3, 31), quarter, **figures) is None
    assert line_on(datetime.date(2026, 4, 1), quarter, **figures) == 35000
    assert line_on(datetime.date(2026, 6, 30), quarter, **figures) == 35000
    assert line_on(datetime.date(2026, 7, 1), quarter, **figures) is None


def test_one_of_the_two_figures_alone_gives_no_line(line_on):
    april = datetime.date(2026, 4, 1)
    assert line_on(april, datetime.date(2026, 1, 1), regional_subsistence_minimum="46228") is None
    first_day = datetime.date(2025, 1, 1)
    assert line_on(first_day, datetime.date(2024, 10, 1), regional_subsistence_minimum="43407") is None


def test_rules_and_values_fit_when_only_a_region_has_a_line(values_on):
    assert registry.problems(datetime.date(2027, 12, 31), values_on().parameters) == []
