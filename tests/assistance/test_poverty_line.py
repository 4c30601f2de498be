"""The poverty line that a region published counts in its quarter, before what somebody remembers of it."""

import datetime
from decimal import Decimal

import pytest

from socialcode.engine import explain, questions
from socialcode.engine.parameters import Values, Version
from socialcode.engine.registry import registry
from tests import examples

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


def test_rules_and_values_fit_when_only_a_region_has_a_line(values_on):
    assert registry.problems(datetime.date(2027, 12, 31), values_on().parameters) == []
