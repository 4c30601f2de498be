"""The table of points: worked by hand, the same on every carrier, and chosen by a dated value."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialcode.engine import Case, evaluate, examples
from socialcode.engine.citizen import rows_of
from socialcode.engine.nation.evaluate import frame_of
from socialcode.engine.parameters import Version
from socialcode.engine.registry import registry
from tests import shipped
from tests.engine.strategies import days, people
from tests.engine.test_carriers import END_OF_NEXT_YEAR, differences

POINTS, COUNTED = registry.levels["wellbeing_points"], registry.levels["wellbeing"]
FILE = examples.read(POINTS)


def row(facts, on) -> dict:
    return rows_of(Case([POINTS], facts, on, shipped.values(on)))[0]


@pytest.mark.parametrize("example", FILE["examples"], ids=lambda example: example["name"])
def test_points_are_summed_up_as_by_hand(example):
    found = row(examples.facts_of(POINTS, FILE["given"], example["facts"]), example["day"])
    wishes = {name: examples.expected(wish) for name, wish in example["expect"].items()}
    assert {name: found[name] for name in wishes} == wishes


def test_the_carriers_agree():
    rows = [examples.facts_of(POINTS, FILE["given"], example["facts"]) for example in FILE["examples"]]
    hidden = [{**rows[place % len(rows)], name: None} for place, name in enumerate(sorted(POINTS.facts))]
    for on in registry.days_of_change(POINTS, registry.parameters, END_OF_NEXT_YEAR):
        assert list(differences(POINTS, [{}, *rows, *hidden], on)) == []


@settings(max_examples=25)
@given(data=st.data())
def test_alone_as_in_the_nation_and_within_the_range_of_what_is_not_known(data):
    on = data.draw(days(POINTS).filter(lambda day: day >= POINTS.since))
    rows = data.draw(st.lists(people(POINTS, on), min_size=2, max_size=4))
    nation = evaluate(POINTS, frame_of(POINTS.facts, rows, on), on, shipped.values(on))
    hidden = dict.fromkeys(data.draw(st.sets(st.sampled_from(sorted(POINTS.facts)), max_size=8)))
    for facts, there in zip(rows, nation.iter_rows(named=True), strict=True):
        alone, before = row(facts, on), row({**facts, **hidden}, on)
        assert {name: alone[name] for name in POINTS.gives} == there
        assert before["level_at_best"] <= alone["level_at_best"] <= alone["level_at_worst"] <= before["level_at_worst"]


def test_one_method_counts_on_a_day_and_a_dated_value_says_which():
    on = datetime.date(2026, 11, 27)
    parameters = dict(registry.parameters)
    chosen = parameters["wellbeing.method"]
    parameters["wellbeing.method"] = chosen.with_versions([*chosen.versions, Version(on, Decimal(2))])
    for values, counted in ((shipped.values(on), True), (type(shipped.values(on))(parameters, on), False)):
        told = [rows_of(Case([method], {}, on, values))[0]["is_chosen"] for method in (COUNTED, POINTS)]
        assert told == [counted, not counted]


def test_every_value_of_the_table_says_that_it_was_not_read_in_the_order():
    own = [parameter for name, parameter in registry.parameters.items() if name.startswith("wellbeing_points.")]
    stated = [version for parameter in own for version in parameter.versions]
    assert {version.status for version in stated} == {"secondary"}
    assert all("unofficial calculator" in version.act for version in stated)
