"""The benchmark's own side computes what exact arithmetic computes."""

import polars as pl
import pytest

from bench import exact, nation, ours, people
from bench.household import BENEFITS, FACTS, ON
from socialcode.engine import explain_all
from socialcode.engine.registry import registry

HOUSEHOLDS = 2_000


@pytest.fixture(scope="module")
def columns():
    return nation.make(HOUSEHOLDS)


@pytest.fixture(scope="module")
def amounts(columns):
    return ours.amounts(ours.table(columns), ours.registry())


@pytest.mark.parametrize("benefit", ours.BENEFITS)
def test_every_amount_of_an_invented_nation_is_exact(columns, amounts, benefit):
    assert amounts[benefit].to_list() == exact.amounts(columns)[benefit]
    assert amounts[benefit].sum() > 0


def test_one_unknown_income_makes_its_familys_assistance_unknown_and_no_others(columns, amounts):
    first = pl.int_range(pl.len()) == 0
    persons = ours.table(columns).with_columns(income_of_quarter=pl.when(~first).then(pl.col("income_of_quarter")))
    assisted = ours.amounts(persons, ours.registry())["targeted_assistance"]
    assert assisted[0] is None
    assert assisted[1:].to_list() == amounts["targeted_assistance"][1:].to_list()


def test_a_nation_on_disk_is_the_nation_made(columns, tmp_path):
    nation.write(columns, tmp_path)

    assert nation.read(tmp_path) == columns


def test_invented_persons_answer_every_fact_as_a_column_keeps_it():
    facts = registry.facts.values()
    table = pl.DataFrame([people.column(fact, 50) for fact in facts])
    assert all(table.schema[fact.name] == fact.column for fact in facts)
    assert table.null_count().sum_horizontal()[0] == 0
    assert table.equals(pl.DataFrame([people.column(fact, 50) for fact in facts]))


def test_the_eight_benefits_of_the_invented_household_are_known():
    explained = explain_all([registry.provisions[name] for name in BENEFITS], FACTS, ON, registry.values(ON))
    assert {e.provision.name: [fact.name for fact in e.unknown] for e in explained if e.unknown} == {}
    assert all(e.amount is not None for e in explained)
