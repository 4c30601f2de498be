"""What is left to ask of each row of a table is what is left to ask of that person alone."""

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialcode.engine.asking import needed
from socialcode.engine.nation.evaluate import frame_of, trace
from socialcode.engine.nation.missing import missing
from socialcode.engine.plan import plan_for
from socialcode.engine.registry import registry
from tests.engine.strategies import answers, days, people

every_provision = pytest.mark.parametrize("provision", list(registry.provisions.values()), ids=lambda p: p.name)


@every_provision
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_many_rows_lack_what_each_of_them_lacks(provision, data):
    on = data.draw(days(provision))
    plan = plan_for(provision, on)
    anybody = st.fixed_dictionaries({}, optional={name: answers(fact, on) for name, fact in provision.facts.items()})
    rows = data.draw(st.lists(people(provision, on) | anybody, min_size=3, max_size=10))
    frame = frame_of(provision.facts, rows, on)
    traced = pl.concat([frame, trace(provision, frame, on, registry.values(on))], how="horizontal")
    found = missing(plan, traced, plan.outcomes).to_list()
    for row, names in zip(traced.iter_rows(named=True), found, strict=True):
        if row["eligible"] is not False:
            unknown, _gaps = needed(plan, row)
            assert set(names) == unknown.keys()
