"""A nation computed in stages gets what it would get at once, and nobody's refusal is worked out twice."""

import datetime

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from bench import people as invented
from socialcode.engine import Provision, choose, evaluate, family_sum, first_known, greatest, rule
from socialcode.engine.nation.columns import columns_of
from socialcode.engine.nation.evaluate import MANY, frame_of
from socialcode.engine.nation.stages import Stages
from socialcode.engine.plan import plan_for
from socialcode.engine.registry import registry
from tests.engine.strategies import answers, days, people

every_provision = pytest.mark.parametrize("provision", list(registry.provisions.values()), ids=lambda p: p.name)
ON = datetime.date(2026, 11, 16)


def at_once(provision, frame, on):
    columns = columns_of(provision, on, registry.values(on))
    return columns.computed(columns.given(frame)).select(plan_for(provision, on).outcomes).collect()


@every_provision
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_stages_give_what_computing_at_once_gives(provision, data):
    on = data.draw(days(provision))
    anybody = st.fixed_dictionaries({name: answers(fact, on) for name, fact in provision.facts.items()})
    rows = data.draw(st.lists(people(provision, on) | anybody, min_size=3, max_size=10))
    frame = frame_of(provision.facts, rows, on)
    stages = Stages(provision, on, registry.values(on))
    assert stages.save_work
    assert_frame_equal(stages.outcomes(frame), at_once(provision, frame, on))


@every_provision
def test_many_invented_persons_get_what_computing_at_once_gives(provision):
    """With a tenth of all answers missing."""
    columns = [invented.column(fact, MANY) for fact in provision.facts.values()]
    missing = [pl.when(pl.col(column.name).hash(7) % 10 > 0).then(pl.col(column.name)) for column in columns]
    frame = pl.DataFrame(columns).select(missing)
    assert_frame_equal(evaluate(provision, frame, ON, registry.values(ON)), at_once(provision, frame, ON))


def toy(*rules):
    made = Provision("toy", "Toy", article="1", since=datetime.date(2024, 1, 1))
    made.facts = {name: registry.facts[name] for r in rules for name in r.arguments if name in registry.facts}
    made.rules = {r.name: (r,) for r in rules}
    return made


@rule("1", "Lives here")
def lives_here(lives_in_kazakhstan):
    return lives_in_kazakhstan


@rule("1", "Right")
def eligible(lives_here):
    return lives_here


def test_whose_amount_depends_on_the_family_is_computed_at_once():
    @rule("1", "Amount")
    def amount(eligible, monthly_earnings):
        return choose(eligible, family_sum(monthly_earnings), 0)

    assert not Stages(toy(lives_here, eligible, amount), ON, registry.values(ON)).save_work


def test_what_a_refusal_leaves_open_is_computed_for_everybody():
    @rule("1", "Amount, whatever the right is")
    def amount(eligible, leave_days):
        return greatest(choose(eligible, 5, 0), leave_days)

    @rule("1", "What is known of it")
    def net_amount(leave_days, amount):
        return first_known(leave_days, amount)

    provision = toy(lives_here, eligible, amount, net_amount)
    frame = frame_of(provision.facts, [{"lives_in_kazakhstan": False, "leave_days": days} for days in (3, None)], ON)
    stages = Stages(provision, ON, registry.values(ON))
    assert stages.settled == {"eligible": False}
    assert_frame_equal(stages.outcomes(frame), at_once(provision, frame, ON))
