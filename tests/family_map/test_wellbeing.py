"""The level of a family: worked edges, the same on every carrier, between its limits whatever turns up later."""

from decimal import Decimal
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from family_map.indicators import DIMENSIONS
from family_map.indicators.dimension import PARTS, Dimension
from family_map.measure import Indicator, Method, Missing, nested_weights, scores
from socialcode.engine import Case, Provision, _, evaluate, examples, rule
from socialcode.engine.carriers import FALSE, TRUE, UNKNOWN
from socialcode.engine.citizen import rows_of
from socialcode.engine.nation.evaluate import frame_of, trace
from socialcode.engine.registry import registry
from tests import shipped
from tests.engine import reference
from tests.engine.strategies import days, people
from tests.engine.test_carriers import END_OF_NEXT_YEAR, differences

WELLBEING = registry.levels["wellbeing"]
FILE = examples.read(WELLBEING)
INDICATORS = [name for dimension in DIMENSIONS for name in dimension.in_force(END_OF_NEXT_YEAR)]
some = settings(max_examples=25)


def row(facts, on) -> dict:
    return rows_of(Case([WELLBEING], facts, on, shipped.values(on)))[0]


@pytest.mark.parametrize("example", FILE["examples"], ids=lambda example: example["name"])
def test_an_edge_of_the_method_is_computed(example):
    found = row(examples.facts_of(WELLBEING, FILE["given"], example["facts"]), example["day"])
    found["unmet"] = {name for name in INDICATORS if found[name] is False}
    wishes = {name: examples.expected(wish) for name, wish in example["expect"].items()}
    assert {name: found[name] for name in wishes} == wishes


def test_every_indicator_is_unmet_in_one_example():
    unmet = {name for example in FILE["examples"] for name in example["expect"].get("unmet", ())}
    assert unmet == set(INDICATORS)
    assert len(INDICATORS) == 25


def test_the_carriers_agree_on_every_day_of_change():
    for on in registry.days_of_change(WELLBEING, registry.parameters, END_OF_NEXT_YEAR):
        rows = [examples.facts_of(WELLBEING, FILE["given"], example["facts"]) for example in FILE["examples"]]
        hidden = [{**rows[place % len(rows)], name: None} for place, name in enumerate(sorted(WELLBEING.facts))]
        assert list(differences(WELLBEING, [{}, *rows, *hidden], on)) == []


@some
@given(data=st.data())
def test_a_family_alone_stands_where_it_stands_in_the_nation(data):
    on = data.draw(days(WELLBEING))
    rows = data.draw(st.lists(people(WELLBEING, on), min_size=2, max_size=5))
    nation = evaluate(WELLBEING, frame_of(WELLBEING.facts, rows, on), on, shipped.values(on))
    for facts, there in zip(rows, nation.iter_rows(named=True), strict=True):
        alone = row(facts, on)
        assert {name: alone[name] for name in WELLBEING.gives} == there


@some
@given(data=st.data())
def test_columns_equal_exact_fractions(data):
    on = data.draw(days(WELLBEING))
    facts = data.draw(people(WELLBEING, on))
    values = shipped.values(on)
    computed = trace(WELLBEING, frame_of(WELLBEING.facts, [facts], on), on, values).row(0, named=True)
    read = {name: fact.read(facts.get(name), on) for name, fact in WELLBEING.facts.items()}
    for name, exact in reference.compute(WELLBEING, read, on, values).items():
        if isinstance(computed[name], Decimal):
            assert abs(Fraction(computed[name]) - exact) < Fraction(1, 10**9), name
        else:
            assert computed[name] == exact, name


@some
@given(data=st.data())
def test_whatever_turns_up_later_the_level_lies_in_the_range(data):
    on = days(WELLBEING)
    on = data.draw(on)
    facts = data.draw(people(WELLBEING, on))
    hidden = data.draw(st.sets(st.sampled_from(sorted(WELLBEING.facts)), max_size=8))
    before, after = row({**facts, **dict.fromkeys(hidden)}, on), row(facts, on)
    assert before["level_at_best"] <= after["level_at_best"] <= after["level_at_worst"] <= before["level_at_worst"]
    assert before["points_at_worst"] <= after["points_at_worst"] <= after["points_at_best"] <= before["points_at_best"]
    assert before["is_poor"] in (None, after["is_poor"])


@some
@given(st.lists(st.sampled_from(FILE["examples"]), min_size=1, max_size=6), st.sampled_from(sorted(WELLBEING.facts)))
def test_the_score_is_that_of_the_measure_for_any_table(chosen, hidden):
    """Nested equal weights; what is not known counts as lacking in the level at worst, as it may in the measure."""
    weights = nested_weights({dimension.name: dimension.in_force(END_OF_NEXT_YEAR) for dimension in DIMENSIONS})
    found = [
        row(examples.facts_of(WELLBEING, FILE["given"], {**example["facts"], hidden: None}), example["day"])
        for example in chosen
    ]
    table = pl.DataFrame(
        [{name: None if each[name] is None else not each[name] for name in INDICATORS} for each in found],
        schema=dict.fromkeys(INDICATORS, pl.Boolean),
    )
    indicators = tuple(
        Indicator(name, dimension.name, weights[name])
        for dimension in DIMENSIONS
        for name in dimension.in_force(END_OF_NEXT_YEAR)
    )
    method = Method(indicators, Fraction(33, 100), Missing.DEPRIVED)
    measured = scores(table, method).select("score_parts", "score_of").rows()
    assert [Fraction(*each) for each in measured] == [
        Fraction(each["perhaps_lacking"]) / Fraction(each["everything"]) for each in found
    ]


@rule("24.3", _("Nobody is poor"))
def first(members_with_disability):
    return members_with_disability == 0


@rule("24.3", _("Nobody is poor"), since="2027-01-01")
def second(unemployed_members):
    return unemployed_members == 0


def test_an_indicator_joins_its_dimension_on_its_day_and_all_weigh_alike_again():
    counts = Dimension("health", "Health", (first, second)).counts
    by_start = {(counted.name, counted.since.year): counted for counted in counts}
    assert by_start["lacking_health", 1].arguments == ("first",)
    assert by_start["lacking_health", 2027].arguments == ("first", "second")
    assert by_start["lacking_health", 1].formula(FALSE).it == PARTS
    assert by_start["lacking_health", 2027].formula(FALSE, TRUE).it == PARTS // 2
    assert by_start["perhaps_lacking_health", 2027].formula(FALSE, UNKNOWN).it == PARTS


def test_a_level_is_no_right_to_anything(client, db):
    assert not registry.levels.keys() & registry.provisions.keys()
    assert not WELLBEING.is_right
    assert not WELLBEING.is_claimed
    assert client.get(f"/payments/{WELLBEING.name}/").status_code == 404
    assert isinstance(registry.encoded["wellbeing"], Provision)
